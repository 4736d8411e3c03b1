using Lending.Domain;

namespace Lending.Data;

/// <summary>An unpaid instalment whose last day is DaysLeft days ahead. Amount is what is left of it as contracted.</summary>
public sealed record ReminderDue(string LoanId, string CustomerId, int Number, DateOnly PayBy, int DaysLeft, Money Amount);

/// <summary>Instalments of active loans that fall due in a number of days the Brand reminds on.</summary>
public sealed class RemindersDueQuery(LendingDatabase database)
{
    /// <summary>At most 1,000 in order of loan and number; after is the last one of the page before.</summary>
    public async Task<IReadOnlyList<ReminderDue>> RunAsync(
        string brand, DateOnly businessDate, IEnumerable<int> daysAhead, ReminderDue? after, CancellationToken cancellationToken) =>
        await database.ListAsync(brand,
            """
            SELECT i.loan, l.customer_id, i.number, i.pay_by, i.pay_by - $2::date, i.currency,
              i.principal - i.paid_principal + i.interest - i.paid_interest
            FROM instalment i JOIN loan l ON l.brand = i.brand AND l.id = i.loan AND l.account = 'Active'
            WHERE i.brand = $1 AND i.paid_on IS NULL AND i.pay_by = ANY($3) AND (i.loan, i.number) > ($4, $5)
            ORDER BY i.loan, i.number LIMIT 1000
            """,
            [brand, businessDate, daysAhead.Select(days => businessDate.AddDays(days)).ToArray(), after?.LoanId ?? "", after?.Number ?? 0],
            row => new ReminderDue(row.GetString(0), row.GetString(1), row.GetInt32(2), row.Date(3), row.GetInt32(4),
                row.Money(6, Currency.Of(row.GetString(5)))), cancellationToken);
}
