using Lending.Data;
using Lending.Domain;
using Lending.Portal.SignIn;

namespace Lending.Portal.Queues;

/// <summary>How much work waits where; null where nobody asked.</summary>
public sealed record QueueCounts(IReadOnlyDictionary<WorkQueue, QueueCount> ByQueue)
{
    public static readonly QueueCounts None = new(new Dictionary<WorkQueue, QueueCount>());

    public int? Credit => Of(WorkQueue.Credit);
    public int? SentBack => Of(WorkQueue.SentBack);
    public int? Sanction => Of(WorkQueue.Sanction);
    public int? Disbursal => Of(WorkQueue.Disbursal);
    public int? FailedPayouts => Of(WorkQueue.FailedPayout);
    public int? Payments => Of(WorkQueue.PaymentsToConfirm);

    /// <summary>What waits for a second person and is the person's to approve: payouts, draws and changes, or payments, or both.</summary>
    public int? ApprovalsOf(StaffIdentity person)
    {
        if (ByQueue.Count == 0) return null;
        var loans = person.May(Permission.LoanOps, Level.All) ? (Of(WorkQueue.DisbursalApproval) ?? 0) + (Of(WorkQueue.ChangesToApprove) ?? 0) + (Of(WorkQueue.DrawsToApprove) ?? 0) : 0;
        return loans + (person.May(Permission.Payments, Level.All) ? Of(WorkQueue.PaymentsToConfirm) ?? 0 : 0);
    }

    public int? Of(WorkQueue queue) => ByQueue.TryGetValue(queue, out var count) ? count.Count : null;

    public DateTimeOffset? OldestOf(WorkQueue queue) => ByQueue.TryGetValue(queue, out var count) ? count.OldestSince : null;

    public static async Task<QueueCounts> LoadAsync(WorkQueueQuery queues, string brand, CancellationToken cancellationToken) =>
        new((await queues.CountsAsync(brand, cancellationToken)).ToDictionary(count => count.Queue));
}
