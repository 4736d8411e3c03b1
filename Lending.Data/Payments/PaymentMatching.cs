namespace Lending.Data;

/// <summary>
/// Claims money that fitted no loan for one, so that no two people place it on two. Claim first, then give the loan its command; a refused
/// command gives the claim back.
/// </summary>
public sealed class PaymentMatching(LendingDatabase database, TimeProvider clock)
{
    /// <summary>
    /// False when somebody has placed it on another loan, or it is booked. The same loan may be claimed again: a try whose answer was lost is
    /// repeated. After a second person refused it, it may go elsewhere.
    /// </summary>
    public async Task<bool> ClaimAsync(string brand, string reference, string loanId, string staffId, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(brand,
            """
            UPDATE unmatched_payment u SET loan = $3, matched_by = $4, matched_at = $5,
              matched_after = coalesce((SELECT p.version FROM payment p WHERE p.brand = $1 AND p.loan = $3 AND p.id = $2), 0)
            WHERE u.brand = $1 AND u.payment_reference = $2
              AND (u.loan IS NULL OR u.loan = $3 OR EXISTS (
                SELECT 1 FROM payment p
                WHERE p.brand = $1 AND p.loan = u.loan AND p.id = $2 AND p.state = 'rejected' AND p.version > u.matched_after))
              AND NOT EXISTS (
                SELECT 1 FROM payment p
                WHERE p.brand = $1 AND p.loan IN (u.loan, $3, split_part(u.client_reference, '.', 2)) AND p.id = $2 AND p.state IN ('received', 'reversed'))
            """,
            [brand, reference, loanId, staffId, clock.GetUtcNow()], cancellationToken) == 1;

    /// <summary>Gives back a claim whose command the loan refused. One that the loan knows of stays.</summary>
    public Task ReleaseAsync(string brand, string reference, string loanId, CancellationToken cancellationToken) =>
        database.ExecuteAsync(brand,
            """
            UPDATE unmatched_payment u SET loan = NULL, matched_by = NULL, matched_at = NULL, matched_after = 0
            WHERE u.brand = $1 AND u.payment_reference = $2 AND u.loan = $3 AND NOT EXISTS (
              SELECT 1 FROM payment p WHERE p.brand = $1 AND p.loan = $3 AND p.id = $2 AND p.state <> 'rejected')
            """,
            [brand, reference, loanId], cancellationToken);

    /// <summary>The loan a payment is being placed on by hand, or null.</summary>
    public Task<string?> ClaimedForAsync(string brand, string reference, CancellationToken cancellationToken) =>
        database.FirstAsync<string>(brand, "SELECT loan FROM unmatched_payment WHERE payment_reference = $1 AND loan IS NOT NULL", [reference], row => row.GetString(0), cancellationToken);
}
