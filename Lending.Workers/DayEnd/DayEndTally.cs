namespace Lending.Workers.DayEnd;

/// <summary>Adds up what the batches of a day end did, tells it, and stops them when the run is no longer wanted: report then answers false.</summary>
public sealed class DayEndTally(int total, Func<DayEndProgress, CancellationToken, Task<bool>> report) : IDisposable
{
    private readonly SemaphoreSlim _reporting = new(1);
    private int _done;
    private int _failed;

    public DayEndProgress Progress => new(Math.Max(total, _done + _failed), _done, _failed);

    /// <summary>One report at a time: of two on their way together the older one could arrive last, and stay.</summary>
    public async Task AddAsync(int done, int failed, CancellationToken cancellationToken)
    {
        await _reporting.WaitAsync(cancellationToken);
        try
        {
            _done += done;
            _failed += failed;
            if (!await report(Progress, cancellationToken)) throw new OperationCanceledException("The day end was cancelled or taken over.");
        }
        finally
        {
            _reporting.Release();
        }
    }

    public void Dispose() => _reporting.Dispose();
}
