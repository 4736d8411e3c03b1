namespace Lending.Workers.Demo;

/// <summary>The clock of the simulated days: it stands at the moment it was set to, and moves a second at every look so that order shows.</summary>
public sealed class DemoClock : TimeProvider
{
    private long _ticks = System.GetUtcNow().UtcTicks;

    public void Set(DateTimeOffset instant) => Interlocked.Exchange(ref _ticks, instant.UtcTicks);

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Add(ref _ticks, TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
