using Lending.Domain;

namespace Lending.Data;

/// <summary>A statement of a loan, as its event tells. Version is where it stands in the loan's stream: what came after it was not known to it.</summary>
public sealed record StatementMade(int Version, StatementIssued Statement, DateTimeOffset At);

public sealed record BillMade(int Version, BillIssued Bill, DateTimeOffset At);

/// <summary>The statements and bills of one loan, newest first.</summary>
public sealed record LoanStatements(IReadOnlyList<StatementMade> Statements, IReadOnlyList<BillMade> Bills);

/// <summary>Reads them from the loan's own events, at most 400.</summary>
public sealed class StatementsQuery(LendingDatabase database)
{
    public async Task<LoanStatements> OfLoanAsync(string brand, string loanId, CancellationToken cancellationToken)
    {
        var events = await database.ListAsync(brand,
            """
            SELECT version, type, payload, recorded_at FROM journal
            WHERE stream = $1 AND type IN ('loan.statement-issued.v1', 'loan.bill-issued.v1') ORDER BY version DESC LIMIT 400
            """,
            [StreamNames.Of(brand, loanId)],
            row => (Version: row.GetInt32(0), Fact: JournalJson.FactOf(row.GetString(1), row.GetString(2)), At: row.Instant(3)), cancellationToken);
        return new(
            [.. events.Where(made => made.Fact is StatementIssued).Select(made => new StatementMade(made.Version, (StatementIssued)made.Fact, made.At))],
            [.. events.Where(made => made.Fact is BillIssued).Select(made => new BillMade(made.Version, (BillIssued)made.Fact, made.At))]);
    }
}
