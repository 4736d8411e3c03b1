using System.Collections.Immutable;
using Lending.Domain;

namespace Lending.Data;

/// <summary>One account of a Brand: all debits, all credits, and debit minus credit.</summary>
public sealed record AccountBalance(Account Account, Money Debit, Money Credit, Money Balance);

/// <summary>A Brand's books as of the end of a business date, per account and currency. Debits equal credits in each currency.</summary>
public sealed record TrialBalance(DateOnly AsOf, ImmutableArray<AccountBalance> Accounts);

/// <summary>Adds up a Brand's ledger.</summary>
public sealed class TrialBalanceQuery(LendingDatabase database, Charts charts)
{
    public async Task<TrialBalance> RunAsync(string brand, DateOnly asOf, CancellationToken cancellationToken)
    {
        var chart = await charts.GetAsync(brand, cancellationToken);
        return new(asOf,
            [.. await database.ListAsync(brand,
                """
                SELECT account, currency, sum(debit)::bigint, sum(credit)::bigint FROM posting
                WHERE brand = $1 AND business_date <= $2 GROUP BY account, currency ORDER BY currency, account
                """,
                [brand, asOf],
                row =>
                {
                    var currency = Currency.Of(row.GetString(1));
                    var (debit, credit) = (row.Money(2, currency), row.Money(3, currency));
                    return new AccountBalance(chart.Of(row.GetString(0)), debit, credit, debit - credit);
                },
                cancellationToken)]);
    }
}
