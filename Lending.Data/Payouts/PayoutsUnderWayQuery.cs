namespace Lending.Data;

/// <summary>Loans of a Brand whose payout, or lines of which a draw, was asked for before an instant and is still without an answer, the oldest first. The loan has its reference.</summary>
public sealed class PayoutsUnderWayQuery(LendingDatabase database)
{
    public async Task<IReadOnlyList<string>> RunAsync(string brand, DateTimeOffset before, int limit, CancellationToken cancellationToken) =>
        await database.ListAsync(brand,
            """
            SELECT id FROM (
              SELECT id, changed_at AS since FROM loan WHERE brand = $1 AND status = 'AwaitingDisbursal' AND account = 'PayoutRequested' AND changed_at < $2
              UNION ALL
              SELECT loan, min(recorded_at) FROM line_draw WHERE brand = $1 AND state = 'approved' AND recorded_at < $2 GROUP BY loan
            ) w
            ORDER BY since, id LIMIT $3
            """,
            [brand, before, Math.Clamp(limit, 1, 1_000)], row => row.GetString(0), cancellationToken);
}
