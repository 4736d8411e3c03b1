namespace Lending.Data;

/// <summary>A payment link nobody has said the end of.</summary>
public sealed record OpenPaymentLink(string Reference, string LoanId, DateTimeOffset AddedAt) : IOpenLook;

/// <summary>Payment links to ask the provider about, in case the webhook that tells of the payment is lost.</summary>
public sealed class OpenPaymentLinks(LendingDatabase database, TimeProvider clock) : IOpenLooks<OpenPaymentLink>
{
    /// <summary>Once per link, however often it is told.</summary>
    public Task AddAsync(string brand, string loanId, string linkId, DateTimeOffset firstLook, CancellationToken cancellationToken) =>
        database.ExecuteAsync(brand,
            "INSERT INTO payment_link (brand, id, loan, added_at, next_look_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
            [brand, linkId, loanId, clock.GetUtcNow(), firstLook], cancellationToken);

    /// <summary>Links whose turn it is, the longest waiting first.</summary>
    public async Task<IReadOnlyList<OpenPaymentLink>> DueAsync(string brand, int limit, CancellationToken cancellationToken) =>
        await database.ListAsync(brand,
            """
            SELECT id, loan, added_at FROM payment_link
            WHERE brand = $1 AND ended_at IS NULL AND next_look_at <= $2 ORDER BY next_look_at, id LIMIT $3
            """,
            [brand, clock.GetUtcNow(), Math.Clamp(limit, 1, 1_000)],
            row => new OpenPaymentLink(row.GetString(0), row.GetString(1), row.Instant(2)), cancellationToken);

    public Task LookAgainAsync(string brand, string reference, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.ExecuteAsync(brand, "UPDATE payment_link SET next_look_at = $3 WHERE brand = $1 AND id = $2", [brand, reference, at], cancellationToken);

    /// <summary>Outcome is the provider's last word, or "unknown" when it has never heard of the link.</summary>
    public Task EndAsync(string brand, string reference, string outcome, CancellationToken cancellationToken) =>
        database.ExecuteAsync(brand,
            "UPDATE payment_link SET ended_at = $3, outcome = $4 WHERE brand = $1 AND id = $2 AND ended_at IS NULL",
            [brand, reference, clock.GetUtcNow(), outcome], cancellationToken);
}
