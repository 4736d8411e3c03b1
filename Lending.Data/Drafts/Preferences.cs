namespace Lending.Data;

/// <summary>How somebody likes their views: columns, widths, density, as JSON per view.</summary>
public sealed class Preferences(LendingDatabase database, TimeProvider clock)
{
    /// <summary>The body may have up to 20,000 characters.</summary>
    public Task SetAsync(string brand, string staffId, string key, string body, CancellationToken cancellationToken) =>
        database.ExecuteAsync(brand,
            """
            INSERT INTO preference (brand, staff_id, key, body, saved_at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (brand, staff_id, key) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at
            """,
            [brand, staffId, key, body, clock.GetUtcNow()], cancellationToken);

    public Task<string?> FindAsync(string brand, string staffId, string key, CancellationToken cancellationToken) =>
        database.FirstAsync<string>(brand, "SELECT body FROM preference WHERE brand = $1 AND staff_id = $2 AND key = $3", [brand, staffId, key],
            row => row.GetString(0), cancellationToken);
}
