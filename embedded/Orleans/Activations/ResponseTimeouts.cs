namespace Orleans.Activations;

/// <summary>
/// Answers callers who have waited too long. One look over the calls every second or so instead of a timer per call,
/// so an answer may come up to a tenth of the timeout, at most a second, late.
/// </summary>
internal sealed class ResponseTimeouts(Silo silo) : IDisposable
{
    private static readonly TimeSpan LookMax = TimeSpan.FromSeconds(1);
    private ITimer? _timer;

    public void Start()
    {
        var timeout = silo.Messaging.ResponseTimeout;
        if (timeout == Timeout.InfiniteTimeSpan)
            return;
        var look = timeout / 10 < LookMax ? timeout / 10 : LookMax;
        _timer = silo.Clock.CreateTimer(_ => Look(timeout), null, look, look);
    }

    public void Dispose() => _timer?.Dispose();

    private void Look(TimeSpan timeout)
    {
        foreach (var activation in silo.Directory.All)
            activation.FailCallsOlderThan(timeout);
    }
}
