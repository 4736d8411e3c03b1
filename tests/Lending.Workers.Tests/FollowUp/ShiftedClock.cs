namespace Lending.Workers.Tests.FollowUp;

/// <summary>The real clock, moved forward by hand.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private TimeSpan _shift;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;

    public void Forward(TimeSpan by) => _shift += by;
}
