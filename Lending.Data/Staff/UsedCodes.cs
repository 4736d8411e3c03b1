using System.Globalization;

namespace Lending.Data;

/// <summary>Remembers the newest authenticator step each person has used, so that a code is accepted once, whichever process it was shown to.</summary>
public sealed class UsedCodes(LendingDatabase database, TimeProvider clock)
{
    private const string Key = "authenticator-step";

    /// <summary>False when this step, or a later one, was used before.</summary>
    public async Task<bool> UseAsync(string brand, string staffId, long step, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(brand,
            """
            INSERT INTO preference (brand, staff_id, key, body, saved_at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (brand, staff_id, key) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at
            WHERE preference.body::bigint < excluded.body::bigint
            """,
            [brand, staffId, Key, step.ToString(CultureInfo.InvariantCulture), clock.GetUtcNow()], cancellationToken) == 1;
}
