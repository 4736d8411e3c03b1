namespace Lending.Data;

/// <summary>Money whose reference names no Brand, as it was reported.</summary>
public sealed record NobodysPayment(string Reference, string ClientReference, long Minor, string CurrencyCode, string Method, string? Utr, DateTimeOffset ReceivedAt);

/// <summary>Such money that no Brand has taken, the oldest first, at most 200. The same for every Brand.</summary>
public sealed class NobodysPaymentsQuery(LendingDatabase database)
{
    public async Task<IReadOnlyList<NobodysPayment>> RunAsync(string brand, CancellationToken cancellationToken) =>
        await database.ListAsync(brand,
            """
            SELECT payment_reference, client_reference, amount, currency, method, utr, received_at FROM unmatched_payment
            WHERE brand = '' ORDER BY received_at, payment_reference LIMIT 200
            """,
            [],
            row => new NobodysPayment(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetString(3), row.GetString(4), row.TextOrNull(5), row.Instant(6)), cancellationToken);
}
