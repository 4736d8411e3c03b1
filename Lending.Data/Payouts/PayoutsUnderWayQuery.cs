namespace Lending.Data;

/// <summary>A payout that was asked for and has no answer yet.</summary>
public sealed record PayoutUnderWay(string LoanId, string Reference);

/// <summary>Payouts of a Brand asked for before an instant and still without an answer, the oldest first.</summary>
public sealed class PayoutsUnderWayQuery(LendingDatabase database)
{
    public async Task<IReadOnlyList<PayoutUnderWay>> RunAsync(string brand, DateTimeOffset before, int limit, CancellationToken cancellationToken) =>
        await database.ListAsync(brand,
            """
            SELECT id, state::jsonb #>> '{payout,reference}' FROM loan
            WHERE brand = $1 AND account = 'PayoutRequested' AND status_since < $2 ORDER BY status_since, id LIMIT $3
            """,
            [brand, before, Math.Clamp(limit, 1, 1_000)], row => new PayoutUnderWay(row.GetString(0), row.GetString(1)), cancellationToken);
}
