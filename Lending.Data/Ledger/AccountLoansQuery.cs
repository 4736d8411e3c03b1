using Lending.Domain;

namespace Lending.Data;

/// <summary>What one loan holds on an account: all debits, all credits, and debit less credit.</summary>
public sealed record AccountLoan(string LoanId, Money Debit, Money Credit, Money Balance);

/// <summary>The loans behind an account's balance.</summary>
public sealed class AccountLoansQuery(LendingDatabase database)
{
    /// <summary>Loans with lines on the account up to the end of a business date, by their number; with a balance only when asked so. Next is the loan to go on from.</summary>
    public async Task<Page<AccountLoan>> RunAsync(
        string brand, string account, DateOnly asOf, bool withBalanceOnly, string? after, int limit, CancellationToken cancellationToken)
    {
        var size = Math.Clamp(limit, 1, 500);
        var rows = await database.ListAsync(brand,
            """
            SELECT split_part(stream, '/', 2), currency, sum(debit)::bigint, sum(credit)::bigint FROM posting
            WHERE brand = $1 AND account = $2 AND business_date <= $3 AND ($4::text IS NULL OR stream > $4)
            GROUP BY stream, currency HAVING NOT $5 OR sum(debit) <> sum(credit) ORDER BY stream, currency LIMIT $6
            """,
            [brand, account, asOf, after is null ? null : StreamNames.Of(brand, after), withBalanceOnly, size + 1],
            row =>
            {
                var currency = Currency.Of(row.GetString(1));
                var (debit, credit) = (row.Money(2, currency), row.Money(3, currency));
                return new AccountLoan(row.GetString(0), debit, credit, debit - credit);
            },
            cancellationToken);
        if (rows.Count <= size) return new(rows, null);
        rows.RemoveAt(size);
        return new(rows, rows[^1].LoanId);
    }
}
