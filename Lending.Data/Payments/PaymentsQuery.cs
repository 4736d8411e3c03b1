using Lending.Domain;
using Npgsql;

namespace Lending.Data;

/// <summary>A payment in a list: what came, what it paid, and who entered it when it was entered by hand.</summary>
public sealed record PaymentLine(
    string LoanId, string PaymentId, string State, Money Amount, string Channel, string Reference, DateOnly ReceivedOn, DateOnly? BookedOn,
    Money Penalty, Money Fee, Money Interest, Money Principal, Money Advance, string? Note, string? ProposedBy, int Version, DateTimeOffset RecordedAt);

/// <summary>Payments of one loan or of a Brand, newest first.</summary>
public sealed class PaymentsQuery(LendingDatabase database)
{
    private const string Columns =
        """
        SELECT loan, id, state, currency, amount, channel, reference, received_on, booked_on, penalty, fee, interest, principal, advance, note,
          proposed_by, version, recorded_at FROM payment
        """;

    /// <summary>At most 500.</summary>
    public async Task<IReadOnlyList<PaymentLine>> OfLoanAsync(string brand, string loanId, CancellationToken cancellationToken) =>
        await database.ListAsync(brand, $"{Columns} WHERE brand = $1 AND loan = $2 ORDER BY version DESC LIMIT 500", [brand, loanId], Read, cancellationToken);

    /// <summary>One payment of a loan; null when there is none.</summary>
    public async Task<PaymentLine?> FindAsync(string brand, string loanId, string paymentId, CancellationToken cancellationToken) =>
        await database.FirstAsync(brand, $"{Columns} WHERE brand = $1 AND loan = $2 AND id = $3", [brand, loanId, paymentId], Read, cancellationToken);

    /// <summary>state is one of <see cref="PaymentStates"/> or null for all.</summary>
    public async Task<Page<PaymentLine>> RecentAsync(string brand, string? state, string? after, int limit, CancellationToken cancellationToken)
    {
        var size = Paging.Bounded(limit);
        var (at, key) = Paging.Parse(after);
        var rows = await database.ListAsync(brand,
            $"""
            {Columns} WHERE brand = $1 AND ($2::text IS NULL OR state = $2)
              AND ($3::text IS NULL OR (recorded_at, loan || '/' || id) < ($3::timestamptz, $4::text))
            ORDER BY recorded_at DESC, loan || '/' || id DESC LIMIT $5
            """,
            [brand, state, at, key, size + 1], Read, cancellationToken);
        return Paging.Cut(rows, size, row => Paging.Cursor(row.RecordedAt.ToString("O"), $"{row.LoanId}/{row.PaymentId}"));
    }

    private static PaymentLine Read(NpgsqlDataReader row)
    {
        var currency = Currency.Of(row.GetString(3));
        return new(
            row.GetString(0), row.GetString(1), row.GetString(2), row.Money(4, currency), row.GetString(5), row.GetString(6), row.Date(7),
            row.DateOrNull(8), row.Money(9, currency), row.Money(10, currency), row.Money(11, currency), row.Money(12, currency),
            row.Money(13, currency), row.TextOrNull(14), row.TextOrNull(15), row.GetInt32(16), row.Instant(17));
    }
}
