using System.Text.Json;
using Lending.Domain;

namespace Lending.Data;

/// <summary>
/// Something to do outside that this worker holds until ClaimedUntil. RecordId is the loan or customer it came from; Attempts counts this
/// one. It may have been done before by a worker that died before saying so, so its Key goes along to whoever is asked.
/// </summary>
public sealed record OutboxTask(
    long Position, string Brand, OutboxItem Item, string RecordId, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset ClaimedUntil);

/// <summary>The things to be done outside, claimed by one worker at a time.</summary>
public sealed class Outbox(LendingDatabase database, TimeProvider clock)
{
    private static readonly TimeSpan BackOffMax = TimeSpan.FromHours(1);

    /// <summary>Takes up to limit (at most 200) of a Brand's due items for the length of the lease. No two workers hold one at a time.</summary>
    public async Task<IReadOnlyList<OutboxTask>> ClaimAsync(string brand, int limit, TimeSpan lease, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var claimed = await database.WriteAsync(brand,
            """
            UPDATE outbox SET claimed_until = $3, attempts = attempts + 1
            WHERE brand = $1 AND key IN (
              SELECT key FROM outbox
              WHERE brand = $1 AND done_at IS NULL AND failed_at IS NULL AND next_attempt_at <= $2 AND (claimed_until IS NULL OR claimed_until < $2)
              ORDER BY next_attempt_at, position LIMIT $4 FOR UPDATE SKIP LOCKED)
            RETURNING position, kind, key, data, stream, attempts, created_at, claimed_until
            """,
            [brand, now, now + lease, Paging.Bounded(limit)],
            row => new OutboxTask(
                row.GetInt64(0), brand,
                new OutboxItem(row.GetString(1), row.GetString(2), JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(3), JournalJson.Options)!),
                StreamNames.IdOf(row.GetString(4)), row.GetInt32(5), row.Instant(6), row.Instant(7)), cancellationToken);
        return [.. claimed.OrderBy(task => task.Position)];
    }

    public Task DoneAsync(OutboxTask task, CancellationToken cancellationToken) =>
        database.ExecuteAsync(task.Brand,
            "UPDATE outbox SET done_at = $3, claimed_until = NULL, last_error = NULL WHERE brand = $1 AND key = $2 AND done_at IS NULL",
            [task.Brand, task.Item.Key, clock.GetUtcNow()], cancellationToken);

    /// <summary>
    /// Puts it back, to be tried after 2, 4, 8 … seconds and at most an hour, or for good when giveUp. The error is a code or a type name,
    /// never a message that could hold a person's data.
    /// </summary>
    public Task FailedAsync(OutboxTask task, string error, bool giveUp, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var wait = TimeSpan.FromSeconds(Math.Min(BackOffMax.TotalSeconds, 1L << Math.Min(task.Attempts, 30)));
        return database.ExecuteAsync(task.Brand,
            """
            UPDATE outbox SET claimed_until = NULL, last_error = $3, next_attempt_at = $4, failed_at = CASE WHEN $5 THEN $6 END
            WHERE brand = $1 AND key = $2 AND done_at IS NULL AND claimed_until = $7
            """,
            [task.Brand, task.Item.Key, error.Length > 200 ? error[..200] : error, now + wait, giveUp, now, task.ClaimedUntil], cancellationToken);
    }

    /// <summary>Adds an item that no event of a record asks for, such as a reminder. False when its key was used before.</summary>
    public async Task<bool> AddAsync(string brand, string recordId, OutboxItem item, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(brand,
            """
            INSERT INTO outbox (brand, kind, key, data, stream, created_at, next_attempt_at)
            VALUES ($1, $2, $3, $4::jsonb, $5, $6, $6) ON CONFLICT (brand, key) DO NOTHING
            """,
            [brand, item.Kind, item.Key, JsonSerializer.Serialize(item.Data, JournalJson.Options), StreamNames.Of(brand, recordId), clock.GetUtcNow()],
            cancellationToken) == 1;

    /// <summary>Marks the open items of a kind as done without doing them: messages of demo days whose readers are gone.</summary>
    public Task<int> StrikeOffAsync(string brand, string kind, CancellationToken cancellationToken) =>
        database.ExecuteAsync(brand,
            "UPDATE outbox SET done_at = $3, last_error = 'struck off' WHERE brand = $1 AND kind = $2 AND done_at IS NULL",
            [brand, kind, clock.GetUtcNow()], cancellationToken);
}
