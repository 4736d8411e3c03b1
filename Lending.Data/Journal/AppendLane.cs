namespace Lending.Data;

/// <summary>
/// Gathers the concurrent appends of one Brand into groups. It never waits for company: an append that finds the lane idle is written at
/// once, and what arrives meanwhile goes together. A few groups may be on their way at a time, so that one is computed while another waits
/// for the disk, but only when enough is waiting to be worth a group of its own.
/// </summary>
internal sealed class AppendLane(string brand, JournalWriter writer)
{
    private const int GroupMax = 256;
    private const int GroupsInFlightMax = 2;
    private const int Company = 16;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _busy = new(StringComparer.Ordinal);
    private List<Waiting> _queue = [];
    private TaskCompletionSource? _drained;
    private int _inFlight;
    private bool _closed;

    public Task<AppendResult> AppendAsync(Append append)
    {
        var waiting = new Waiting(append);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(Journal));
            _queue.Add(waiting);
            StartGroups();
        }

        return waiting.Done.Task;
    }

    /// <summary>Finishes what is queued and takes nothing more.</summary>
    public Task CloseAsync()
    {
        lock (_gate)
        {
            _closed = true;
            if (_inFlight == 0 && _queue.Count == 0) return Task.CompletedTask;
            _drained ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _drained.Task;
        }
    }

    private void StartGroups()
    {
        while (_inFlight == 0 ? _queue.Count > 0 : _inFlight < GroupsInFlightMax && _queue.Count >= Company)
        {
            var group = Gather();
            if (group.Count == 0) return;
            _inFlight++;
            _ = Task.Run(() => WriteAndGoOnAsync(group));
        }
    }

    /// <summary>One append per record and per command id at a time; a second one waits until it can see what the first one did.</summary>
    private List<Waiting> Gather()
    {
        var (group, rest) = (new List<Waiting>(), new List<Waiting>());
        foreach (var waiting in _queue)
        {
            if (group.Count < GroupMax && !_busy.Contains(waiting.Record) && !_busy.Contains(waiting.Command))
            {
                _busy.Add(waiting.Record);
                _busy.Add(waiting.Command);
                group.Add(waiting);
            }
            else
            {
                rest.Add(waiting);
            }
        }

        _queue = rest;
        return group;
    }

    private async Task WriteAndGoOnAsync(List<Waiting> group)
    {
        await WriteAsync(group);
        lock (_gate)
        {
            foreach (var waiting in group)
            {
                _busy.Remove(waiting.Record);
                _busy.Remove(waiting.Command);
            }

            _inFlight--;
            StartGroups();
            if (_inFlight == 0 && _queue.Count == 0) _drained?.TrySetResult();
        }
    }

    private async Task WriteAsync(List<Waiting> group)
    {
        try
        {
            var results = await writer.WriteAsync(brand, [.. group.Select(waiting => waiting.Append)], keepCommands: true, CancellationToken.None);
            for (var i = 0; i < results.Length; i++) group[i].Done.TrySetResult(results[i]);
        }
        catch (Exception failure) when (group.Count > 1 && failure is not OutcomeUnknownException && !JournalWriter.IsLost(failure))
        {
            // One of them is at fault; nothing of the group is stored. Alone, each gets its own answer.
            foreach (var waiting in group) await WriteAsync([waiting]);
        }
        catch (Exception failure)
        {
            foreach (var waiting in group) waiting.Done.TrySetException(failure);
        }
    }

    private sealed class Waiting(Append append)
    {
        public Append Append { get; } = append;

        public string Record { get; } = "r" + append.Id;

        public string Command { get; } = "c" + append.Context.CommandId;

        public TaskCompletionSource<AppendResult> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
