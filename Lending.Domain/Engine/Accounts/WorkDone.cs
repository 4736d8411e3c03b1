namespace Lending.Domain.Engine;

/// <summary>
/// What a run has done so far, in stretches of days and rows visited, and whether it should stop: because it did more than one answer is worth, or
/// because the caller went away. A stopped run leaves its account half done; its owner throws it away.
/// </summary>
internal sealed class WorkDone(long max, CancellationToken cancelled)
{
    private long _done;

    /// <summary>For schedules of one loan, which no request can make long.</summary>
    public static WorkDone Unlimited() => new(long.MaxValue, CancellationToken.None);

    public bool IsTooMuch => _done > max;

    public bool ShouldStop => IsTooMuch || cancelled.IsCancellationRequested;

    public void Add(int visited) => _done += visited;

    public void ThrowIfCancelled() => cancelled.ThrowIfCancellationRequested();
}
