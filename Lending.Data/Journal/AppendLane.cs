using System.Threading.Channels;

namespace Lending.Data;

/// <summary>
/// Gathers the concurrent appends of one Brand into groups. It never waits for company: a group is what has queued up while the last one
/// was being committed, so one caller alone pays no delay and many share one commit.
/// </summary>
internal sealed class AppendLane
{
    private const int GroupMax = 256;

    private readonly string _brand;
    private readonly JournalWriter _writer;
    private readonly Channel<Waiting> _queue = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });
    private readonly Task _loop;

    public AppendLane(string brand, JournalWriter writer)
    {
        (_brand, _writer) = (brand, writer);
        _loop = Task.Run(RunAsync);
    }

    public Task<AppendResult> AppendAsync(Append append)
    {
        var waiting = new Waiting(append);
        return _queue.Writer.TryWrite(waiting)
            ? waiting.Done.Task
            : Task.FromException<AppendResult>(new ObjectDisposedException(nameof(Journal)));
    }

    /// <summary>Finishes what is queued and takes nothing more.</summary>
    public async Task CloseAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
    }

    private async Task RunAsync()
    {
        var held = new List<Waiting>();
        while (held.Count > 0 || await _queue.Reader.WaitToReadAsync())
        {
            var group = Gather(held);
            await WriteAsync(group);
        }
    }

    /// <summary>One append per record and per command id; a second one is held for the next group, where it sees what the first one did.</summary>
    private List<Waiting> Gather(List<Waiting> held)
    {
        var group = new List<Waiting>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var again = new List<Waiting>();
        void Take(Waiting waiting)
        {
            var (record, command) = ("r" + waiting.Append.Id, "c" + waiting.Append.Context.CommandId);
            if (taken.Contains(record) || taken.Contains(command)) again.Add(waiting);
            else group.Add(waiting);
            taken.Add(record);
            taken.Add(command);
        }

        foreach (var waiting in held) Take(waiting);
        held.Clear();
        while (group.Count + again.Count < GroupMax && _queue.Reader.TryRead(out var next)) Take(next);
        held.AddRange(again);
        return group;
    }

    private async Task WriteAsync(List<Waiting> group)
    {
        try
        {
            var results = await _writer.WriteAsync(_brand, [.. group.Select(waiting => waiting.Append)], keepCommands: true, CancellationToken.None);
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

    private sealed record Waiting(Append Append)
    {
        public TaskCompletionSource<AppendResult> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
