using Lending.Domain;

namespace Lending.Data;

/// <summary>What one account took on one business day: all debits, all credits, and how many lines they are.</summary>
public sealed record DayEntry(DateOnly On, Account Account, Money Debit, Money Credit, long Lines);

/// <summary>The ledger by day and account, for the lender's accounting system. Each day's debits equal its credits in every currency.</summary>
public sealed class JournalEntriesQuery(LendingDatabase database, Charts charts)
{
    public const int DaysMax = 31;

    /// <summary>Entries of the days named, both included, at most 31; by day, currency and account.</summary>
    public async Task<IReadOnlyList<DayEntry>> RunAsync(string brand, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        if (to.DayNumber - from.DayNumber >= DaysMax) throw new ArgumentOutOfRangeException(nameof(to), $"At most {DaysMax} days.");
        var chart = await charts.GetAsync(brand, cancellationToken);
        return await database.ListAsync(brand,
            """
            SELECT business_date, account, currency, sum(debit)::bigint, sum(credit)::bigint, count(*) FROM posting
            WHERE brand = $1 AND business_date BETWEEN $2 AND $3 GROUP BY business_date, currency, account ORDER BY business_date, currency, account
            """,
            [brand, from, to],
            row =>
            {
                var currency = Currency.Of(row.GetString(2));
                return new DayEntry(row.Date(0), chart.Of(row.GetString(1)), row.Money(3, currency), row.Money(4, currency), row.GetInt64(5));
            },
            cancellationToken);
    }
}
