using Lending.Domain;

namespace Lending.Data;

/// <summary>One loan with everything its page shows at the top: state, terms, figures on its own day, and the customer by masks.</summary>
public sealed record LoanFile(
    string Id, Loan State, int Version, LoanProduct? Product, LoanFigures Figures, DateOnly Today, DateTimeOffset StatusSince,
    DateTimeOffset StartedAt, CustomerCard? Customer)
{
    /// <summary>The product version as it is for every loan; Product is it under the terms of this one.</summary>
    public LoanProduct? Offered { get; init; }
}

/// <summary>Reads one loan's file.</summary>
public sealed class LoanFileQuery(LendingDatabase database, Products products, CustomerFileQuery customers)
{
    public async Task<LoanFile?> RunAsync(string brand, string loanId, CancellationToken cancellationToken)
    {
        var found = await database.FirstAsync(brand,
            $"""
            SELECT l.version, l.status_since, l.started_at, b.business_date, {LoanStateRow.Columns}
            FROM loan l JOIN brand b ON b.code = l.brand {LoanStateRow.Join} WHERE l.brand = $1 AND l.id = $2
            """,
            [brand, loanId],
            row => (State: LoanStateRow.Read(row, 4), Version: row.GetInt32(0), Since: row.Instant(1), Started: row.Instant(2), Day: row.Date(3)),
            cancellationToken);
        if (found.State is not { } loan) return null;
        var offered = await products.FindAsync(brand, loan.ProductCode, loan.ProductVersion, cancellationToken);
        var product = LoanTerms.Of(loan, offered);
        var today = LoanProjection.TodayOf(loan, found.Day);
        return new(loanId, loan, found.Version, product, LoanFigures.Of(loan, today, product), today, found.Since, found.Started,
            await customers.CardAsync(brand, loan.CustomerId, cancellationToken)) { Offered = offered };
    }
}
