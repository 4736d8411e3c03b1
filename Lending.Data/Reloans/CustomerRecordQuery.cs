using Lending.Domain;

namespace Lending.Data;

/// <summary>How a customer has been with this Brand (LOS-036).</summary>
public sealed class CustomerRecordQuery(LendingDatabase database)
{
    /// <summary>
    /// How many loans were ever paid out to them, and how many besides this one are late, charged off, written off or in dispute, or ever were disputed or
    /// charged off.
    /// </summary>
    public async Task<CustomerRecord> RunAsync(string brand, string customerId, string without, CancellationToken cancellationToken) =>
        await database.FirstAsync<CustomerRecord>(brand,
            """
            SELECT count(*) FILTER (WHERE l.disbursed_on IS NOT NULL)::integer,
              count(*) FILTER (WHERE l.id <> $3 AND (l.dpd > 0 OR l.charged_off > 0 OR l.account = 'WrittenOff' OR l.status = 'InDispute' OR EXISTS (
                SELECT FROM loan_change c WHERE c.brand = l.brand AND c.loan = l.id AND c.state = 'made' AND c.kind = ANY($4))))::integer
            FROM loan l WHERE l.brand = $1 AND l.customer_id = $2
            """,
            [brand, customerId, without, Troubles], row => new CustomerRecord(row.GetInt32(0), row.GetInt32(1)), cancellationToken) ?? new CustomerRecord(0, 0);

    private static readonly string[] Troubles = [ChangeKinds.CodeOf(new Dispute()), ChangeKinds.CodeOf(new ChargeOff(default)), ChangeKinds.CodeOf(new WriteOff())];
}
