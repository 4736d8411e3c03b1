using System.Collections.Immutable;
using Lending.Domain;

namespace Lending.Data;

/// <summary>How the book and the ledger compared after a day's end: Agrees when debits equal credits and every balance is the same on both sides.</summary>
public sealed record ReconciliationResult(
    DateOnly Date, DateTimeOffset MadeAt, TimeSpan Took, int Loans, bool Agrees, ImmutableArray<ReconciledAccount> Accounts,
    ImmutableArray<ReconciliationDifference> Differences);

/// <summary>Debit less credit in the ledger, and the same from the loans; null where no loan keeps it.</summary>
public sealed record ReconciledAccount(Account Account, Money Ledger, Money? Loans)
{
    public Money Apart => Loans is { } loans ? Ledger - loans : Money.Zero(Ledger.Currency);
}

/// <summary>A loan whose own balance is not what the ledger holds for it.</summary>
public sealed record ReconciliationDifference(string LoanId, Account Account, Money Ledger, Money Loan);

/// <summary>Reads how the book was reconciled.</summary>
public sealed class ReconciliationQuery(LendingDatabase database, Charts charts)
{
    /// <summary>The reconciliation of a date, or the newest one; null when there is none. At most 500 differences, by loan.</summary>
    public async Task<ReconciliationResult?> RunAsync(string brand, DateOnly? date, CancellationToken cancellationToken)
    {
        var found = await database.FirstAsync<ReconciliationResult>(brand,
            "SELECT date, made_at, took_ms, loans, agrees FROM reconciliation WHERE brand = $1 AND ($2::date IS NULL OR date = $2) ORDER BY date DESC LIMIT 1",
            [brand, date],
            row => new(row.Date(0), row.Instant(1), TimeSpan.FromMilliseconds(row.GetInt32(2)), row.GetInt32(3), row.GetBoolean(4), [], []),
            cancellationToken);
        if (found is null) return null;
        var chart = await charts.GetAsync(brand, cancellationToken);
        var accounts = await database.ListAsync(brand,
            "SELECT currency, account, ledger, loans FROM reconciliation_account WHERE brand = $1 AND date = $2 ORDER BY currency, account LIMIT 1000",
            [brand, found.Date],
            row => new ReconciledAccount(
                chart.Of(row.GetString(1)), row.Money(2, Currency.Of(row.GetString(0))), row.MoneyOrNull(3, Currency.Of(row.GetString(0)))),
            cancellationToken);
        var differences = found.Agrees ? [] : await database.ListAsync(brand,
            "SELECT currency, account, loan, ledger, balance FROM reconciliation_difference WHERE brand = $1 AND date = $2 ORDER BY loan, account LIMIT 500",
            [brand, found.Date],
            row => new ReconciliationDifference(
                row.GetString(2), chart.Of(row.GetString(1)), row.Money(3, Currency.Of(row.GetString(0))), row.Money(4, Currency.Of(row.GetString(0)))),
            cancellationToken);
        return found with { Accounts = [.. accounts], Differences = [.. differences] };
    }
}
