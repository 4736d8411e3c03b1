namespace Aspire.Dashboard.Embedded;

/// <summary>A line a resource wrote. <paramref name="Number"/> counts from 1 per resource and never repeats.</summary>
public sealed record ConsoleLine(long Number, DateTimeOffset At, string Text, bool IsError);
