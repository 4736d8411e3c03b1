using Npgsql;

namespace Lending.Data;

/// <summary>
/// Writes a group of appends of one Brand in one transaction and says how each ended. A refused one (another version, a used command id)
/// is found out before the write or by the database's unique keys, left out, and costs only itself.
/// </summary>
internal sealed class JournalWriter(LendingDatabase database, FieldCipher cipher, NoticeSender notices, TimeProvider clock)
{
    private const int AttemptsMax = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public KnownHeads Known { get; } = new();

    /// <summary>keepCommands is off for day end, which is repeatable by date and needs no row per loan and night.</summary>
    public async Task<AppendResult[]> WriteAsync(string brand, IReadOnlyList<Append> appends, bool keepCommands, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            // Known from the moment the write is sent; before that, nothing can have been stored.
            Sent? sent = null;
            try
            {
                await using var connection = await database.Writing.OpenConnectionAsync(cancellationToken);
                // The first try trusts what this process knows; when that was not the whole truth, the database refuses and is asked.
                var heads = (attempt == 1 ? Heads.Known(appends, Known) : null)
                    ?? await Heads.ReadAsync(connection, brand, appends, cancellationToken);
                var (writes, results) = Decide(brand, appends, heads, keepCommands);
                if (writes.IsEmpty) return results;
                await using var batch = writes.On(connection);
                sent = new(results, writes, connection.ProcessID);
                await batch.ExecuteNonQueryAsync(CancellationToken.None);
                return Stored(brand, sent);
            }
            catch (PostgresException refused) when (attempt < AttemptsMax && IsRace(refused))
            {
                // Somebody else was first with a version or a command id, which the next look at the heads will show.
            }
            catch (NpgsqlException lost) when (sent is not null && IsLost(lost))
            {
                if (await WasStoredAsync(brand, appends, sent, lost)) return Stored(brand, sent);
                if (attempt >= AttemptsMax) throw;
            }
            catch (NpgsqlException lost) when (sent is null && attempt < AttemptsMax && (IsLost(lost) || lost.IsTransient))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20 << attempt), clock, cancellationToken);
            }
        }
    }

    /// <summary>However it became known: what is stored is remembered here and told to the others.</summary>
    private AppendResult[] Stored(string brand, Sent sent)
    {
        sent.Writes.Teach(Known);
        notices.Tell(brand, sent.Writes.Changes);
        return sent.Results;
    }

    private (WriteSet Writes, AppendResult[] Results) Decide(string brand, IReadOnlyList<Append> appends, Heads heads, bool keepCommands)
    {
        var writes = new WriteSet(brand, cipher, keepCommands);
        var results = new AppendResult[appends.Count];
        var taken = new HashSet<string>(StringComparer.Ordinal);

        // Two processes that write the same loans do so in the same order, so neither waits for the other in a circle.
        foreach (var i in Enumerable.Range(0, appends.Count).OrderBy(i => appends[i].Id, StringComparer.Ordinal))
        {
            var append = appends[i];
            var head = heads.Of(append.Id);
            results[i] = heads.CommandOf(append.Context.CommandId) switch
            {
                { } known when known.Id == append.Id && known.PayloadHash == append.PayloadHash => new AppendResult.Repeated(known.Id, known.Version),
                { } => new AppendResult.IdReused(),
                null when head.Version != append.ExpectedVersion => new AppendResult.Conflicted(head.Version),
                null when append.Facts.IsEmpty => throw new ArgumentException("An append without events stores nothing.", nameof(appends)),
                null => new AppendResult.Appended(append.ExpectedVersion + append.Facts.Length),
            };
            if (results[i] is not AppendResult.Appended) continue;
            if (!taken.Add(append.Id) || !taken.Add(append.Context.CommandId))
                throw new ArgumentException("A group holds one append per record and per command id.", nameof(appends));
            writes.Add(append, head);
        }

        return (writes, results);
    }

    /// <summary>
    /// The connection broke while the write was under way. The group is stored whole or not at all, and its last events carry its command
    /// ids, so the journal says which, once the server process that had the write is gone. Until then absence proves nothing.
    /// </summary>
    private async Task<bool> WasStoredAsync(string brand, IReadOnlyList<Append> appends, Sent sent, Exception lost)
    {
        var index = Array.FindIndex(sent.Results, result => result is AppendResult.Appended);
        var (append, version) = (appends[index], ((AppendResult.Appended)sent.Results[index]).Version);
        var began = clock.GetTimestamp();
        do
        {
            try
            {
                var ended = await database.FirstAsync(brand, "SELECT NOT EXISTS (SELECT FROM pg_stat_activity WHERE pid = $1)",
                    [sent.ServerProcess], row => row.GetBoolean(0), CancellationToken.None);
                var stored = await database.FirstAsync(brand, "SELECT command_id FROM journal WHERE stream = $1 AND version = $2",
                    [append.Stream, version], row => row.GetString(0), CancellationToken.None);
                if (stored == append.Context.CommandId) return true;
                if (ended || stored is not null) return false;
            }
            catch (NpgsqlException)
            {
                // Still down.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), clock);
        }
        while (clock.GetElapsedTime(began) < Patience);
        throw new OutcomeUnknownException(lost);
    }

    private static bool IsRace(PostgresException refused) => refused.SqlState is
        PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;

    /// <summary>The server went away, or is going.</summary>
    internal static bool IsLost(Exception failure) => failure is NpgsqlException lost
        && (lost is not PostgresException refused
            || refused.SqlState.StartsWith("57P", StringComparison.Ordinal) || refused.SqlState.StartsWith("08", StringComparison.Ordinal));

    private sealed record Sent(AppendResult[] Results, WriteSet Writes, int ServerProcess);
}
