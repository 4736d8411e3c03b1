using Lending.Data;

namespace Lending.Portal.Live;

/// <summary>Tells open pages that a record changed, also when another process changed it.</summary>
public sealed class RecordWatch
{
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(150);

    // A page reads first and watches then; longer than this no reading takes.
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);
    private const int RememberedMax = 4_096;

    private readonly Queue<(DateTimeOffset At, JournalNotice Notice)> _recent = new();
    private readonly JournalFeed _feed;
    private readonly TimeProvider _clock;

    public RecordWatch(JournalFeed feed, TimeProvider clock)
    {
        (_feed, _clock) = (feed, clock);
        feed.Noticed += Remember;
    }

    /// <summary>
    /// Calls back after a change of the record, or of any record of the Brand when id is null. Changes that come together are one call, and
    /// the next call waits until this one is done. Changes of the last seconds count, as they may have come after the page had read the record.
    /// Dispose to stop.
    /// </summary>
    public IDisposable Watch(string brand, string? id, Func<Task> changed, TimeSpan? settling = null)
    {
        var watching = new Watching(_feed, _clock, brand, id, changed, settling ?? Settling);
        foreach (var notice in Recent()) watching.Notice(notice);
        return watching;
    }

    private void Remember(JournalNotice notice)
    {
        lock (_recent)
        {
            _recent.Enqueue((_clock.GetUtcNow(), notice));
            if (_recent.Count > RememberedMax) _recent.Dequeue();
        }
    }

    private List<JournalNotice> Recent()
    {
        lock (_recent)
        {
            while (_recent.TryPeek(out var oldest) && _clock.GetUtcNow() - oldest.At > Remembered) _recent.Dequeue();
            return [.. _recent.Select(recent => recent.Notice)];
        }
    }

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

        public void Notice(JournalNotice notice)
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
