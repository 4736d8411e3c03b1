namespace Lending.Portal.Components;

public enum LiveState { Live, Reconnecting, Off }
