using System.Collections.Immutable;
using Lending.Domain;

namespace Lending.Data;

/// <summary>When a Brand last rejected somebody, and why it cancelled loans of theirs.</summary>
public sealed class RejectionsQuery(LendingDatabase database)
{
    // Nobody has so many cancelled loans; each has a handful of changes.
    private const int ChangesMax = 500;

    /// <summary>The reasons for which loans of a customer were cancelled after the payout, each once.</summary>
    public async Task<ImmutableArray<CancellationReason>> CancelledForAsync(string brand, string customerId, CancellationToken cancellationToken)
    {
        var changes = await database.ListAsync(brand,
            """
            SELECT j.type, j.payload FROM loan l JOIN journal j ON j.stream = l.brand || '/' || l.id AND j.type = 'loan.changed.v1'
            WHERE l.brand = $1 AND l.customer_id = $2 AND l.account = 'Cancelled' LIMIT $3
            """,
            [brand, customerId, ChangesMax], row => JournalJson.FactOf(row.GetString(0), row.GetString(1)), cancellationToken);
        return [.. changes.OfType<LoanChanged>().Select(changed => changed.Change).OfType<Cancellation>().Select(cancelled => cancelled.Reason).Distinct()];
    }

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
