using Lending.Domain;

namespace Lending.Data;

/// <summary>
/// Puts the statements and bills of a morning into the outbox, in one statement each, however many loans there are. The key names loan and day, or loan, instalment and
/// day to pay by, so that asking again adds nothing; loans that day end set aside are asked for when their night is closed.
/// </summary>
public sealed class StatementsDue(LendingDatabase database, TimeProvider clock)
{
    // Of loans with instalments, for a credit line makes statements of its own; one that ended gets one last statement, of the period it ended in.
    private const string Statements =
        """
        INSERT INTO outbox (brand, kind, key, data, stream, created_at, next_attempt_at)
        SELECT brand, $3, id || ':' || $3 || ':' || to_char($2::date, 'YYYYMMDD'), jsonb_build_object('loan', id, 'to', to_char($2::date, 'YYYY-MM-DD')), brand || '/' || id, $4, $4
        FROM loan
        WHERE brand = $1 AND disbursed_on <= $2 AND EXISTS (SELECT FROM instalment WHERE instalment.brand = loan.brand AND instalment.loan = loan.id)
          AND NOT EXISTS (SELECT FROM credit_line WHERE credit_line.brand = loan.brand AND credit_line.loan = loan.id)
          AND ((account = 'Active' AND closed_through >= $2)
            OR (account IN ('Completed', 'WrittenOff', 'Cancelled') AND coalesce(completed_on, closed_through) > $5 AND coalesce(completed_on, closed_through) <= $2))
        ON CONFLICT (brand, key) DO NOTHING
        """;

    // Of every instalment to be paid by then that has none yet, so that one is not missed because its loan was set aside on the one morning it would have been made.
    private const string Bills =
        """
        INSERT INTO outbox (brand, kind, key, data, stream, created_at, next_attempt_at)
        SELECT i.brand, $3, i.loan || ':' || $3 || ':' || i.number || ':' || to_char(i.pay_by, 'YYYYMMDD'),
          jsonb_build_object('loan', i.loan, 'number', i.number::text, 'on', to_char($2::date + 1, 'YYYY-MM-DD')), i.brand || '/' || i.loan, $4, $4
        FROM (SELECT code, version, (body::jsonb ->> 'daysToDue')::integer AS days FROM product WHERE brand = $1 AND body::jsonb ? 'daysToDue') p
        JOIN instalment i ON i.brand = $1 AND i.paid_on IS NULL AND i.pay_by BETWEEN greatest($2::date + 1, $5) AND $2::date + 1 + p.days
        JOIN loan l ON l.brand = i.brand AND l.id = i.loan AND l.account = 'Active' AND l.closed_through >= $2 AND l.product_code = p.code AND l.product_version = p.version
        ON CONFLICT (brand, key) DO NOTHING
        """;

    /// <summary>Statements through a day. After: the last day of the period before. Returns how many were new.</summary>
    public Task<int> QueueStatementsAsync(string brand, DateOnly to, DateOnly after, CancellationToken cancellationToken) =>
        database.ExecuteAsync(brand, Statements, [brand, to, OutboxKinds.PrepareStatement, clock.GetUtcNow(), after], cancellationToken);

    /// <summary>
    /// Bills on the morning after a closed day: of instalments to be paid within as many days as their product says, but not of those to be paid before notBefore.
    /// </summary>
    public Task<int> QueueBillsAsync(string brand, DateOnly closed, DateOnly notBefore, CancellationToken cancellationToken) =>
        database.ExecuteAsync(brand, Bills, [brand, closed, OutboxKinds.PrepareBill, clock.GetUtcNow(), notBefore], cancellationToken);
}
