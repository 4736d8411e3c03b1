using System.Diagnostics.CodeAnalysis;

namespace Orleans.Runtime;

/// <summary>When a grain timer ticks and how its ticks mix with calls.</summary>
public readonly struct GrainTimerCreationOptions()
{
    [SetsRequiredMembers]
    public GrainTimerCreationOptions(TimeSpan dueTime, TimeSpan period) : this() => (DueTime, Period) = (dueTime, period);

    /// <summary>From registration to the first tick; infinite for never.</summary>
    public required TimeSpan DueTime { get; init; }

    /// <summary>From the end of one tick to the start of the next; infinite for a single tick.</summary>
    public required TimeSpan Period { get; init; }

    /// <summary>Whether a tick may interleave with calls.</summary>
    public bool Interleave { get; init; }

    /// <summary>Whether a tick keeps the grain in memory, as a call does.</summary>
    public bool KeepAlive { get; init; }
}
