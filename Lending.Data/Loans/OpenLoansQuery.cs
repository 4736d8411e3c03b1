namespace Lending.Data;

/// <summary>How many loans of a product a customer has (LOS-072).</summary>
public sealed class OpenLoansQuery(LendingDatabase database)
{
    /// <summary>Loans that run, and applications that were submitted and not turned down; those named are not counted.</summary>
    public async Task<int> CountAsync(string brand, string customerId, string productCode, IReadOnlyCollection<string> without, CancellationToken cancellationToken) =>
        await database.FirstAsync(brand,
            """
            SELECT count(*)::integer FROM loan
            WHERE brand = $1 AND customer_id = $2 AND product_code = $3 AND submitted_on IS NOT NULL AND application NOT IN ('Rejected', 'Cancelled')
              AND account NOT IN ('Completed', 'WrittenOff', 'Cancelled') AND NOT id = ANY($4)
            """,
            [brand, customerId, productCode, without.ToArray()], row => row.GetInt32(0), cancellationToken);
}
