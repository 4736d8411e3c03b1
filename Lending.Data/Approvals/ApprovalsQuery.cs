using Lending.Domain;

namespace Lending.Data;

/// <summary>What kind of proposal waits for a second person.</summary>
public enum ApprovalKind { Disbursement, Payment, Change, Draw }

/// <summary>
/// A proposal: what, how much, and who made it and therefore cannot approve it. PaymentId only for payments. Of a change, Channel is its kind, Amount the
/// principal of the loan and ChangeId its id. Of a draw, Amount is what reaches the bank account and DrawId its id. Version is the loan's.
/// </summary>
public sealed record Approval(
    ApprovalKind Kind, string LoanId, string CustomerId, string? CustomerName, Money Amount, string Channel, string? PaymentId,
    string? Reference, DateOnly? ReceivedOn, string? Note, string MakerId, string? MakerName, DateTimeOffset Since, int Version)
{
    public string? ChangeId { get; init; }

    public string? DrawId { get; init; }
}

/// <summary>Everything of a Brand that waits for a second person, the oldest first; at most 200 of a kind.</summary>
public sealed class ApprovalsQuery(LendingDatabase database)
{
    public async Task<IReadOnlyList<Approval>> RunAsync(string brand, CancellationToken cancellationToken) =>
        await database.ListAsync(brand,
            """
            SELECT w.kind, w.loan, w.customer_id, c.full_name, w.currency, w.amount, w.channel, w.payment, w.reference, w.received_on, w.note,
              w.maker, s.name, w.since, w.version, w.change
            FROM (SELECT *, row_number() OVER (PARTITION BY kind ORDER BY since, loan) AS place FROM (
              SELECT 'Disbursement' AS kind, id AS loan, customer_id, currency, net AS amount, payout_channel AS channel, NULL::text AS payment,
                NULL::text AS reference, NULL::date AS received_on, NULL::text AS note, payout_by AS maker, changed_at AS since, version,
                NULL::text AS change
              FROM loan WHERE brand = $1 AND status = 'AwaitingDisbursal' AND account = 'DisbursalProposed'
              UNION ALL
              SELECT 'Payment', p.loan, l.customer_id, p.currency, p.amount, p.channel, p.id, p.reference, p.received_on, p.note, p.proposed_by,
                p.recorded_at, l.version, NULL
              FROM payment p JOIN loan l ON l.brand = p.brand AND l.id = p.loan WHERE p.brand = $1 AND p.state = 'proposed'
              UNION ALL
              SELECT 'Change', c.loan, l.customer_id, l.currency, l.principal_outstanding, c.kind, NULL, NULL, c.on_day, c.note, c.asked_by,
                c.recorded_at, l.version, c.id
              FROM loan_change c JOIN loan l ON l.brand = c.brand AND l.id = c.loan WHERE c.brand = $1 AND c.state = 'proposed'
              UNION ALL
              SELECT 'Draw', d.loan, l.customer_id, d.currency, d.net, d.channel, NULL, NULL, d.asked_on, NULL, d.asked_by, d.recorded_at, l.version, d.id
              FROM line_draw d JOIN loan l ON l.brand = d.brand AND l.id = d.loan WHERE d.brand = $1 AND d.state = 'requested'
            ) every) w
            LEFT JOIN customer c ON c.brand = $1 AND c.id = w.customer_id
            LEFT JOIN staff s ON s.brand = $1 AND s.id = w.maker
            WHERE w.place <= 200
            ORDER BY w.since, w.loan
            """,
            [brand],
            row => new Approval(
                row.Named<ApprovalKind>(0), row.GetString(1), row.GetString(2), row.TextOrNull(3), row.Money(5, Currency.Of(row.GetString(4))),
                row.GetString(6), row.TextOrNull(7), row.TextOrNull(8), row.DateOrNull(9), row.TextOrNull(10), row.GetString(11),
                row.TextOrNull(12), row.Instant(13), row.GetInt32(14))
            {
                ChangeId = row.GetString(0) == nameof(ApprovalKind.Change) ? row.TextOrNull(15) : null,
                DrawId = row.GetString(0) == nameof(ApprovalKind.Draw) ? row.TextOrNull(15) : null,
            }, cancellationToken);
}
