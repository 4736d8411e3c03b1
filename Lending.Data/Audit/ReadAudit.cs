using Lending.Domain;

namespace Lending.Data;

/// <summary>A clear value that somebody saw: whose, which, and the reason they gave.</summary>
public sealed record ClearRead(string StaffId, string CustomerId, Field Field, string Reason, string? Origin, DateTimeOffset At);

/// <summary>Keeps who saw which personal value in clear. Write it before showing the value.</summary>
public sealed class ReadAudit(LendingDatabase database)
{
    public Task AddAsync(string brand, ClearRead read, CancellationToken cancellationToken) =>
        database.ExecuteAsync(brand,
            "INSERT INTO read_audit (brand, staff_id, customer, field, reason, origin, read_at) VALUES ($1, $2, $3, $4, $5, $6::text, $7)",
            [brand, read.StaffId, read.CustomerId, read.Field.ToString(), read.Reason, read.Origin, read.At], cancellationToken);

    /// <summary>At most 200, newest first.</summary>
    public async Task<IReadOnlyList<ClearRead>> OfCustomerAsync(string brand, string customerId, CancellationToken cancellationToken) =>
        await database.ListAsync(brand,
            """
            SELECT staff_id, customer, field, reason, origin, read_at FROM read_audit
            WHERE brand = $1 AND customer = $2 ORDER BY read_at DESC, position DESC LIMIT 200
            """,
            [brand, customerId],
            row => new ClearRead(row.GetString(0), row.GetString(1), row.Named<Field>(2), row.GetString(3), row.TextOrNull(4), row.Instant(5)), cancellationToken);
}
