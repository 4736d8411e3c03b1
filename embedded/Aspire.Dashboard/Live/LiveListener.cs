namespace Aspire.Dashboard.Embedded.Live;

/// <summary>One reader of changes: holds at most one mark per topic.</summary>
public sealed class LiveListener(Action<LiveListener> leave) : IDisposable
{
    private readonly SemaphoreSlim _changed = new(0, 1);
    private int _topics;

    /// <summary>Waits for a change. False when none came in the time given.</summary>
    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) =>
        _changed.WaitAsync(atMost, cancellationToken);

    /// <summary>The topics that changed since the last call.</summary>
    public IReadOnlyList<LiveTopic> Take()
    {
        var topics = Interlocked.Exchange(ref _topics, 0);
        return [.. Enum.GetValues<LiveTopic>().Where(topic => (topics & Mark(topic)) != 0)];
    }

    /// <inheritdoc />
    public void Dispose() => leave(this);

    internal void Tell(LiveTopic topic)
    {
        // Only the first mark wakes the reader; the semaphore therefore never passes one.
        if (Interlocked.Or(ref _topics, Mark(topic)) == 0 && _changed.CurrentCount == 0) _changed.Release();
    }

    private static int Mark(LiveTopic topic) => 1 << (int)topic;
}
