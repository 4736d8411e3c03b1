using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lending.Data;

/// <summary>
/// Tells other processes which records have changed, after their transaction. PostgreSQL lets only one transaction with a notification
/// commit at a time, so the writes of payments do not carry one: what changed is gathered and told together a moment later. A notice is a hint to
/// live pages; one that is lost with its process costs a page a refresh, never a record.
/// </summary>
internal sealed partial class NoticeSender(LendingDatabase database, TimeProvider clock, ILogger logger) : IAsyncDisposable
{
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(40);

    private readonly Lock _gate = new();
    private Dictionary<(string Brand, string Id), int> _changed = [];
    private Task _sending = Task.CompletedTask;

    public void Tell(string brand, IReadOnlyList<(string Id, int Version)> changes)
    {
        lock (_gate)
        {
            foreach (var (id, version) in changes) _changed[(brand, id)] = version;
            if (_sending.IsCompleted) _sending = Task.Run(SendAsync);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task last;
        lock (_gate) last = _sending;
        await last;
    }

    private async Task SendAsync()
    {
        while (true)
        {
            await Task.Delay(Gathering, clock);
            Dictionary<(string Brand, string Id), int> changed;
            lock (_gate) (changed, _changed) = (_changed, []);
            await SendAsync(changed);
            lock (_gate)
            {
                if (_changed.Count > 0) continue;
                _sending = Task.CompletedTask;
                return;
            }
        }
    }

    private async Task SendAsync(Dictionary<(string Brand, string Id), int> changed)
    {
        try
        {
            await using var connection = await database.Source.OpenConnectionAsync();
            await using var batch = new NpgsqlBatch(connection);
            foreach (var brand in changed.GroupBy(change => change.Key.Brand, change => (change.Key.Id, change.Value)))
                batch.BatchCommands.Add(LendingDatabase.CommandOf("SELECT pg_notify($1, $2)", JournalNotices.Channel, JournalNotices.Write(brand.Key, [.. brand])));
            await batch.ExecuteNonQueryAsync();
        }
        catch (Exception failure) when (failure is NpgsqlException or ObjectDisposedException or TimeoutException)
        {
            // Who listens lost the same server, and looks at everything again once it is back.
            LogNotTold(changed.Count, failure.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} changes were not told to live pages ({Failure}).")]
    private partial void LogNotTold(int count, string failure);
}
