namespace Lending.Data;

/// <summary>What somebody typed and has not sent yet: the form's fields as JSON, and when they were saved.</summary>
public sealed record Draft(string Body, DateTimeOffset SavedAt);

/// <summary>Half-filled forms, per person and form. Key names the form and the record, as "loan/LN-2611-00873/decision".</summary>
public sealed class Drafts(LendingDatabase database, TimeProvider clock)
{
    /// <summary>The body may have up to 100,000 characters.</summary>
    public async Task<DateTimeOffset> SaveAsync(string brand, string staffId, string key, string body, CancellationToken cancellationToken)
    {
        var now = HashChain.Stamp(clock.GetUtcNow());
        await database.ExecuteAsync(brand,
            """
            INSERT INTO draft (brand, staff_id, key, body, saved_at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (brand, staff_id, key) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at
            """,
            [brand, staffId, key, body, now], cancellationToken);
        return now;
    }

    public Task<Draft?> FindAsync(string brand, string staffId, string key, CancellationToken cancellationToken) =>
        database.FirstAsync<Draft>(brand, "SELECT body, saved_at FROM draft WHERE brand = $1 AND staff_id = $2 AND key = $3", [brand, staffId, key],
            row => new Draft(row.GetString(0), row.Instant(1)), cancellationToken);

    public Task RemoveAsync(string brand, string staffId, string key, CancellationToken cancellationToken) =>
        database.ExecuteAsync(brand, "DELETE FROM draft WHERE brand = $1 AND staff_id = $2 AND key = $3", [brand, staffId, key], cancellationToken);
}
