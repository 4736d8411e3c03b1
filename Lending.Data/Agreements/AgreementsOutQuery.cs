namespace Lending.Data;

/// <summary>When agreements went out for signature: after one instant and before another.</summary>
public readonly record struct SentOut(DateTimeOffset After, DateTimeOffset Before);

/// <summary>Loans of a Brand whose agreement is out for signature.</summary>
public sealed class AgreementsOutQuery(LendingDatabase database)
{
    /// <summary>By id; last is the last one of the page before, null for the first page.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(string brand, SentOut when, string? last, int limit, CancellationToken cancellationToken) =>
        await database.ListAsync(brand,
            """
            SELECT id FROM loan
            WHERE brand = $1 AND status = 'Approved' AND agreement = 'Issued' AND changed_at > $2 AND changed_at < $3 AND id > coalesce($4::text, '')
            ORDER BY id LIMIT $5
            """,
            [brand, when.After, when.Before, last, Math.Clamp(limit, 1, 1_000)], row => row.GetString(0), cancellationToken);
}
