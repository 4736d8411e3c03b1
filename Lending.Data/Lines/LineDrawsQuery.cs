using Lending.Domain;

namespace Lending.Data;

/// <summary>A draw in a list. State is one of <see cref="DrawStates"/>; Charges are what was taken out of it, tax inside.</summary>
public sealed record DrawLine(
    int Number, string DrawId, string State, Money Amount, Money Charges, Money Net, string Channel, DateOnly AskedOn, string AskedBy, string? ApprovedBy,
    string? ProviderReference, DateOnly? PaidOn, string? Note, int Version);

/// <summary>The draws of a line, newest first.</summary>
public sealed class LineDrawsQuery(LendingDatabase database)
{
    public async Task<Page<DrawLine>> RunAsync(string brand, string loanId, string? after, int limit, CancellationToken cancellationToken)
    {
        var size = Paging.Bounded(limit);
        var before = Paging.NumberBelow(after);
        var rows = await database.ListAsync(brand,
            """
            SELECT number, id, state, currency, amount, charges, net, channel, asked_on, asked_by, approved_by, provider_reference, paid_on, note, version
            FROM line_draw WHERE brand = $1 AND loan = $2 AND number < $3 ORDER BY number DESC LIMIT $4
            """,
            [brand, loanId, before, size + 1],
            row =>
            {
                var currency = Currency.Of(row.GetString(3));
                return new DrawLine(
                    row.GetInt32(0), row.GetString(1), row.GetString(2), row.Money(4, currency), row.Money(5, currency), row.Money(6, currency), row.GetString(7),
                    row.Date(8), row.GetString(9), row.TextOrNull(10), row.TextOrNull(11), row.DateOrNull(12), row.TextOrNull(13), row.GetInt32(14));
            }, cancellationToken);
        return Paging.Cut(rows, size, row => Paging.Cursor(row.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), loanId));
    }
}
