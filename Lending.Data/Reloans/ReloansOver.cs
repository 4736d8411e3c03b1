namespace Lending.Data;

/// <summary>An open offer whose last day is behind the business date.</summary>
public sealed record ReloanOver(string LoanId, int Number);

/// <summary>Offers that nobody took in time.</summary>
public sealed class ReloansOver(LendingDatabase database)
{
    /// <summary>At most 500; those that are ended are not found again.</summary>
    public async Task<IReadOnlyList<ReloanOver>> RunAsync(string brand, DateOnly businessDate, CancellationToken cancellationToken) =>
        await database.ListAsync(brand,
            """
            SELECT loan, number FROM reloan_offer
            WHERE brand = $1 AND state IN ('Pending', 'Approved') AND application IS NULL AND valid_until < $2 ORDER BY valid_until, loan LIMIT 500
            """,
            [brand, businessDate], row => new ReloanOver(row.GetString(0), row.GetInt32(1)), cancellationToken);
}
