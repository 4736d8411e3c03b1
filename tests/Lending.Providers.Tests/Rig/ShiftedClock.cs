namespace Lending.Providers.Tests.Rig;

/// <summary>The real clock, put forward by a test. Waits stay as long as they are.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private long _ticks;

    public void Forward(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ticks));
}
