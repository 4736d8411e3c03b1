using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;

namespace Lending.Api.Loans;

/// <summary>One line of a borrower's list of loans.</summary>
public sealed record MyLoan(
    string LoanId, string ProductCode, string Status, MoneyAnswer Requested, MoneyAnswer? Sanctioned, MoneyAnswer Payoff,
    DateOnly? NextDueOn, MoneyAnswer? NextDue, DateTimeOffset StartedAt);

/// <summary>The loans of one customer, the newest first.</summary>
public sealed class MyLoansQuery(LendingDatabase database)
{
    // 100 rows: nobody has more, and an unbounded list is never answered.
    private const string Sql = """
        SELECT id, product_code, status, currency, requested, sanctioned, payoff, next_due_on, next_due, started_at
        FROM loan WHERE brand = $1 AND customer_id = $2 ORDER BY started_at DESC, id DESC LIMIT 100
        """;

    public async Task<IReadOnlyList<MyLoan>> RunAsync(string brand, string customerId, CancellationToken cancellationToken) =>
        await database.ListAsync(brand, Sql, [brand, customerId], row =>
        {
            var currency = Currency.Of(row.GetString(3));
            MoneyAnswer? Amount(int column) => row.IsDBNull(column) ? null : MoneyAnswer.Of(new Money(row.GetInt64(column), currency));
            return new MyLoan(
                row.GetString(0), row.GetString(1), LoanViews.NameOf(Enum.Parse<PublishedStatus>(row.GetString(2))), Amount(4)!, Amount(5), Amount(6)!,
                row.IsDBNull(7) ? null : row.GetFieldValue<DateOnly>(7), Amount(8), row.GetFieldValue<DateTimeOffset>(9));
        }, cancellationToken);
}
