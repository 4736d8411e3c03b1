using Lending.Domain;

namespace Lending.Data;

/// <summary>
/// One ledger line of a loan. BookedOn is the business date it was entered under, ValueOn the day it counts from. AccountBalance is the
/// account's debit minus credit up to this line; Owed is what the borrower owes by then: receivables less advances.
/// </summary>
public sealed record LedgerLine(
    int Version, int Line, string EventType, DateOnly BookedOn, DateOnly ValueOn, DateTimeOffset RecordedAt, Account Account, Money Debit,
    Money Credit, string Memo, Money AccountBalance, Money Owed);

/// <summary>The ledger of one loan, oldest first.</summary>
public sealed class LedgerQuery(LendingDatabase database, Charts charts)
{
    /// <summary>Lines of the events after a version; Next is the version to go on from. Balances count every earlier line.</summary>
    public async Task<Page<LedgerLine>> RunAsync(string brand, string loanId, int afterVersion, int limit, CancellationToken cancellationToken)
    {
        var size = Math.Clamp(limit, 1, 2_000);
        var chart = await charts.GetAsync(brand, cancellationToken);
        var owed = LoanBalances.Owed.SelectMany(chart.Serving).Select(account => account.Number).ToArray();
        var rows = await database.ListAsync(brand,
            """
            SELECT b.version, b.line, j.type, b.business_date, coalesce((j.payload::json->>'on')::date, (j.payload::json->>'date')::date, b.business_date),
              j.recorded_at, b.account, b.currency, b.debit, b.credit, b.memo, b.balance, b.owed
            FROM (
              SELECT stream, version, line, business_date, account, currency, debit, credit, memo,
                (sum(debit - credit) OVER (PARTITION BY account, currency ORDER BY version, line))::bigint AS balance,
                (sum(CASE WHEN account = ANY($4) THEN debit - credit ELSE 0 END)
                  OVER (PARTITION BY currency ORDER BY version, line))::bigint AS owed
              FROM posting WHERE stream = $1
            ) b
            JOIN journal j ON j.stream = b.stream AND j.version = b.version
            WHERE b.version > $2 ORDER BY b.version, b.line LIMIT $3
            """,
            [StreamNames.Of(brand, loanId), afterVersion, size + 1, owed],
            row =>
            {
                var currency = Currency.Of(row.GetString(7));
                return new LedgerLine(
                    row.GetInt32(0), row.GetInt32(1), row.GetString(2), row.Date(3), row.Date(4), row.Instant(5), chart.Of(row.GetString(6)),
                    row.Money(8, currency), row.Money(9, currency), row.GetString(10), row.Money(11, currency), row.Money(12, currency));
            },
            cancellationToken);
        if (rows.Count <= size) return new(rows, null);

        // An event is shown whole: the page ends before the one that did not fit.
        var cut = rows[^1].Version;
        if (rows[0].Version < cut) rows.RemoveAll(row => row.Version == cut);
        return new(rows, rows[^1].Version.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
