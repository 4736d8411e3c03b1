using Lending.Domain;

namespace Lending.Data;

/// <summary>An unpaid instalment whose last day is DaysLeft days ahead. Amount is what is left to pay by that day: the instalment and its fee, less money paid ahead.</summary>
public sealed record ReminderDue(string LoanId, string CustomerId, int Number, DateOnly PayBy, int DaysLeft, Money Amount);

/// <summary>
/// Instalments of active loans that fall due in a number of days the Brand reminds on. Nobody is reminded of what money kept in advance will pay, nor of a loan that is
/// frozen or in dispute.
/// </summary>
public sealed class RemindersDueQuery(LendingDatabase database)
{
    /// <summary>At most 1,000 in order of loan and number; after is the last one of the page before.</summary>
    public async Task<IReadOnlyList<ReminderDue>> RunAsync(
        string brand, DateOnly businessDate, IEnumerable<int> daysAhead, ReminderDue? after, CancellationToken cancellationToken) =>
        await database.ListAsync(brand,
            """
            SELECT loan, customer_id, number, pay_by, pay_by - $2::date, currency, left_to_pay::bigint FROM (
              SELECT i.loan, l.customer_id, i.number, i.pay_by, i.currency, i.own - greatest(0, l.advance - (
                SELECT coalesce(sum(e.principal - e.paid_principal + e.interest - e.paid_interest + e.fee - e.paid_fee), 0)
                FROM instalment e WHERE e.brand = i.brand AND e.loan = i.loan AND e.number < i.number AND e.paid_on IS NULL)) AS left_to_pay
              FROM (
                SELECT brand, loan, number, pay_by, currency, principal - paid_principal + interest - paid_interest + fee - paid_fee AS own FROM instalment
                WHERE brand = $1 AND paid_on IS NULL AND pay_by = ANY($3) AND (loan, number) > ($4, $5)) i
              JOIN loan l ON l.brand = i.brand AND l.id = i.loan AND l.account = 'Active' AND l.status NOT IN ('Frozen', 'InDispute')) due
            WHERE left_to_pay > 0
            ORDER BY loan, number LIMIT 1000
            """,
            [brand, businessDate, daysAhead.Select(days => businessDate.AddDays(days)).ToArray(), after?.LoanId ?? "", after?.Number ?? 0],
            row => new ReminderDue(row.GetString(0), row.GetString(1), row.GetInt32(2), row.Date(3), row.GetInt32(4),
                row.Money(6, Currency.Of(row.GetString(5)))), cancellationToken);
}
