namespace Lending.Portal.Components;

public enum KpiFormat { Money, Count, Percent }
public enum BetterWhen { Neither, Higher, Lower }
