using System.Globalization;
using Npgsql;

namespace Lending.Data;

/// <summary>A pile of work that waits for somebody.</summary>
public enum WorkQueue { Credit, SentBack, Sanction, Agreement, Signature, Disbursal, DisbursalApproval, PayoutUnderWay, FailedPayout, PaymentsToConfirm, ChangesToApprove, DrawsToApprove }

/// <summary>How many wait in a queue, and since when the first does.</summary>
public sealed record QueueCount(WorkQueue Queue, int Count, DateTimeOffset? OldestSince);

/// <summary>What waits, the longest waiting first.</summary>
public sealed class WorkQueueQuery(LendingDatabase database)
{
    /// <summary>Every queue, also the empty ones.</summary>
    public async Task<IReadOnlyList<QueueCount>> CountsAsync(string brand, CancellationToken cancellationToken)
    {
        var queues = Enum.GetValues<WorkQueue>();
        var sql = string.Join(" UNION ALL ", queues.Select((queue, i) =>
            $"SELECT {i}, count(*)::integer, min({SinceOf(queue)}) FROM loan l WHERE l.brand = $1 AND {ConditionOf(queue)}"));
        return await database.ListAsync(brand, $"{sql} ORDER BY 1", [brand],
            row => new QueueCount(queues[row.GetInt32(0)], row.GetInt32(1), row.InstantOrNull(2)), cancellationToken);
    }

    public async Task<Page<LoanListRow>> RunAsync(string brand, WorkQueue queue, string? after, int limit, CancellationToken cancellationToken)
    {
        var size = Paging.Bounded(limit);
        var (since, id) = Paging.Parse(after);
        var waiting = SinceOf(queue);
        var rows = await database.ListAsync(brand,
            $"""
            SELECT {LoanListRow.Columns}, {waiting}, {(queue is WorkQueue.PaymentsToConfirm ? $"(SELECT sum(w.amount)::bigint {PaymentsOfLoan})" : "NULL::bigint")}
            {LoanListRow.From} WHERE l.brand = $1 AND {ConditionOf(queue)}
              AND ($2::text IS NULL OR ({waiting}, l.id) > ($2::timestamptz, $3::text))
            ORDER BY {waiting}, l.id LIMIT $4
            """,
            [brand, since, id, size + 1], ReadWaiting, cancellationToken);
        return Paging.Cut(rows, size, row => Paging.Cursor(row.WaitingSince.ToString("O", CultureInfo.InvariantCulture), row.Id));
    }

    private static LoanListRow ReadWaiting(NpgsqlDataReader row)
    {
        var loan = LoanListRow.Read(row);
        return loan with { WaitingSince = row.Instant(35), ToConfirm = row.MoneyOrNull(36, loan.Requested.Currency) };
    }

    private const string PaymentsOfLoan = "FROM payment w WHERE w.brand = l.brand AND w.loan = l.id AND w.state = 'proposed'";

    private static string ConditionOf(WorkQueue queue) => queue switch
    {
        WorkQueue.Credit => "l.status = 'Pending'",
        WorkQueue.SentBack => "l.status = 'SentBack'",
        WorkQueue.Sanction => "l.status = 'CxApproved'",
        WorkQueue.Agreement => "l.status = 'SmApproved'",
        WorkQueue.Signature => "l.status = 'Approved'",
        WorkQueue.Disbursal => "l.status = 'AwaitingDisbursal' AND l.account = 'AwaitingDisbursal' AND l.payout_failure IS NULL",
        WorkQueue.DisbursalApproval => "l.status = 'AwaitingDisbursal' AND l.account = 'DisbursalProposed'",
        WorkQueue.PayoutUnderWay => "l.status = 'AwaitingDisbursal' AND l.account = 'PayoutRequested'",
        WorkQueue.FailedPayout => "l.status = 'AwaitingDisbursal' AND l.account = 'AwaitingDisbursal' AND l.payout_failure IS NOT NULL",
        WorkQueue.PaymentsToConfirm => "l.payments_waiting > 0",
        WorkQueue.ChangesToApprove => "l.id IN (SELECT c.loan FROM loan_change c WHERE c.brand = $1 AND c.state = 'proposed')",
        WorkQueue.DrawsToApprove => "l.id IN (SELECT d.loan FROM line_draw d WHERE d.brand = $1 AND d.state = 'requested')",
    };

    // The published status stays the same while a payout is proposed, approved and tried; there the last change counts. An active loan changes every night,
    // so what waits on it is asked since when it does.
    private static string SinceOf(WorkQueue queue) => queue switch
    {
        WorkQueue.Credit or WorkQueue.SentBack or WorkQueue.Sanction or WorkQueue.Agreement or WorkQueue.Signature or WorkQueue.Disbursal => "l.status_since",
        WorkQueue.DisbursalApproval or WorkQueue.PayoutUnderWay or WorkQueue.FailedPayout => "l.changed_at",
        WorkQueue.PaymentsToConfirm => $"coalesce((SELECT min(w.recorded_at) {PaymentsOfLoan}), l.changed_at)",
        WorkQueue.ChangesToApprove => "coalesce((SELECT min(c.recorded_at) FROM loan_change c WHERE c.brand = l.brand AND c.loan = l.id AND c.state = 'proposed'), l.changed_at)",
        WorkQueue.DrawsToApprove => "coalesce((SELECT min(d.recorded_at) FROM line_draw d WHERE d.brand = l.brand AND d.loan = l.id AND d.state = 'requested'), l.changed_at)",
    };
}
