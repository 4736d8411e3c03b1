namespace Lending.Portal.Components;

/// <summary>How a date is drawn: 22 Nov 2026, 22 Nov, 22 Nov at 18:07, 18:07, or the time since.</summary>
public enum DateShape { Date, Day, Instant, Time, Age }
