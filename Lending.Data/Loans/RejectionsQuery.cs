namespace Lending.Data;

/// <summary>When a Brand last rejected somebody.</summary>
public sealed class RejectionsQuery(LendingDatabase database)
{
    /// <summary>
    /// The business day of the latest rejection among a customer's loans that are rejected now; null when there is none. A rejection is the last event
    /// of such a loan, so the head of its stream names the day.
    /// </summary>
    public async Task<DateOnly?> LatestAsync(string brand, string customerId, CancellationToken cancellationToken)
    {
        var days = await database.ListAsync(brand,
            """
            SELECT j.business_date FROM loan l JOIN journal j ON j.stream = l.brand || '/' || l.id AND j.version = l.version
            WHERE l.brand = $1 AND l.customer_id = $2 AND l.application = 'Rejected' ORDER BY j.business_date DESC LIMIT 1
            """,
            [brand, customerId], row => row.Date(0), cancellationToken);
        return days.Count == 0 ? null : days[0];
    }
}
