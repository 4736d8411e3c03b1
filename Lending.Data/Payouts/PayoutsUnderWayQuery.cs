namespace Lending.Data;

/// <summary>Loans of a Brand whose payout was asked for before an instant and is still without an answer, the oldest first. The loan has its reference.</summary>
public sealed class PayoutsUnderWayQuery(LendingDatabase database)
{
    public async Task<IReadOnlyList<string>> RunAsync(string brand, DateTimeOffset before, int limit, CancellationToken cancellationToken) =>
        await database.ListAsync(brand,
            """
            SELECT id FROM loan
            WHERE brand = $1 AND status = 'AwaitingDisbursal' AND account = 'PayoutRequested' AND changed_at < $2 ORDER BY changed_at, id LIMIT $3
            """,
            [brand, before, Math.Clamp(limit, 1, 1_000)], row => row.GetString(0), cancellationToken);
}
