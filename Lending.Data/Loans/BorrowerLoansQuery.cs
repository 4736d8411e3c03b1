using Lending.Domain;

namespace Lending.Data;

/// <summary>A loan as its borrower sees it in a list.</summary>
public sealed record BorrowerLoan(string Id, Loan State, PublishedStatus Status, DateTimeOffset StartedAt);

/// <summary>All loans of one customer, newest first; a customer has few, so at most 100.</summary>
public sealed class BorrowerLoansQuery(LendingDatabase database)
{
    public async Task<IReadOnlyList<BorrowerLoan>> RunAsync(string brand, string customerId, CancellationToken cancellationToken) =>
        await database.ListAsync(brand,
            $"""
            SELECT l.id, l.status, l.started_at, {LoanStateRow.Columns} FROM loan l {LoanStateRow.Join}
            WHERE l.brand = $1 AND l.customer_id = $2 ORDER BY l.started_at DESC, l.id DESC LIMIT 100
            """,
            [brand, customerId],
            row => new BorrowerLoan(row.GetString(0), LoanStateRow.Read(row, 3), row.Named<PublishedStatus>(1), row.Instant(2)), cancellationToken);

    /// <summary>True when the loan is this customer's.</summary>
    public Task<bool> OwnsAsync(string brand, string customerId, string loanId, CancellationToken cancellationToken) =>
        database.FirstAsync(brand, "SELECT true FROM loan WHERE brand = $1 AND id = $2 AND customer_id = $3", [brand, loanId, customerId],
            row => row.GetBoolean(0), cancellationToken);
}
