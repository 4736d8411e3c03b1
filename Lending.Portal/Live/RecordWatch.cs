using Lending.Data;

namespace Lending.Portal.Live;

/// <summary>Tells open pages that a record changed, also when another process changed it.</summary>
public sealed class RecordWatch(JournalFeed feed, TimeProvider clock)
{
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(150);

    /// <summary>
    /// Calls back after a change of the record, or of any record of the Brand when id is null. Changes that come together are one call, and
    /// the next call waits until this one is done. Dispose to stop.
    /// </summary>
    public IDisposable Watch(string brand, string? id, Func<Task> changed, TimeSpan? settling = null) => new Watching(feed, clock, brand, id, changed, settling ?? Settling);

    private sealed class Watching : IDisposable
    {
        private readonly CancellationTokenSource _stopped = new();
        private readonly SemaphoreSlim _pending = new(0, 1);
        private readonly JournalFeed _feed;
        private readonly string _brand;
        private readonly string? _id;

        public Watching(JournalFeed feed, TimeProvider clock, string brand, string? id, Func<Task> changed, TimeSpan settling)
        {
            (_feed, _brand, _id) = (feed, brand, id);
            feed.Noticed += Notice;
            _ = TellAsync(clock, changed, settling);
        }

        public void Dispose()
        {
            _feed.Noticed -= Notice;
            _stopped.Cancel();
        }

        private void Notice(JournalNotice notice)
        {
            if (notice.Brand != _brand && notice.Brand != JournalNotice.Any) return;
            if (_id is not null && notice.Id != _id && notice.Id != JournalNotice.Any) return;
            lock (_pending)
                if (_pending.CurrentCount == 0) _pending.Release();
        }

        private async Task TellAsync(TimeProvider clock, Func<Task> changed, TimeSpan settling)
        {
            try
            {
                while (true)
                {
                    await _pending.WaitAsync(_stopped.Token);
                    await Task.Delay(settling, clock, _stopped.Token);
                    await changed();
                }
            }
            catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException)
            {
                // The page was left.
            }
        }
    }
}
