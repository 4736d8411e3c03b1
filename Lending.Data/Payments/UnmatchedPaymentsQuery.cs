using System.Globalization;
using Lending.Domain;
using Npgsql;

namespace Lending.Data;

/// <summary>Money of a Brand that fitted no loan. What is still to be placed comes oldest first, what is booked newest first.</summary>
public sealed class UnmatchedPaymentsQuery(LendingDatabase database)
{
    // The journal says whether it is booked: under the loan it was placed on, or under the one its reference names, where a late webhook may have booked it. Money that was
    // booked and taken back is not there to be placed again.
    private const string Standing =
        """
        SELECT u.payment_reference, u.client_reference, u.amount, u.currency, u.method, u.utr, u.reason, u.received_at,
          CASE WHEN p.state IN ('received', 'reversed') OR n.state IN ('received', 'reversed') THEN 'Booked'
               WHEN u.loan IS NULL OR (p.state = 'rejected' AND p.version > u.matched_after) THEN 'Open'
               ELSE 'Proposed' END AS standing,
          coalesce(CASE WHEN p.state IN ('received', 'reversed') THEN u.loan END, n.loan, u.loan) AS loan, u.matched_by, u.matched_at,
          CASE WHEN p.state IN ('received', 'reversed') THEN p.version ELSE n.version END AS booked_version
        FROM unmatched_payment u
        LEFT JOIN payment p ON p.brand = u.brand AND p.loan = u.loan AND p.id = u.payment_reference
        LEFT JOIN payment n ON n.brand = u.brand AND n.loan = split_part(u.client_reference, '.', 2) AND n.id = u.payment_reference AND n.state IN ('received', 'reversed')
        WHERE u.brand = $1
        """;

    private const string Columns =
        """
        w.payment_reference, w.client_reference, w.amount, w.currency, w.method, w.utr, w.reason, w.received_at, w.standing, w.loan,
        coalesce(s.name, w.matched_by), w.matched_at, j.actor::json->>'name', j.recorded_at
        """;

    private const string People =
        """
        LEFT JOIN staff s ON s.brand = $1 AND s.id = w.matched_by
        LEFT JOIN journal j ON w.standing = 'Booked' AND j.stream = $1 || '/' || w.loan AND j.version = w.booked_version
        """;

    /// <summary>state null is all of them; after is the last page's Next.</summary>
    public async Task<UnmatchedList> RunAsync(string brand, UnmatchedState? state, string? after, int limit, CancellationToken cancellationToken)
    {
        var size = Paging.Bounded(limit);
        var (at, reference) = Paging.Parse(after);
        var (then, order) = state is UnmatchedState.Open or UnmatchedState.Proposed ? (">", "ASC") : ("<", "DESC");
        var rows = await database.ListAsync(brand,
            $"""
            SELECT {Columns} FROM ({Standing}) w {People}
            WHERE ($2::text IS NULL OR w.standing = $2)
              AND ($3::text IS NULL OR (w.received_at, w.payment_reference) {then} ($3::timestamptz, $4::text))
            ORDER BY w.received_at {order}, w.payment_reference {order} LIMIT $5
            """,
            [brand, state?.ToString(), at, reference, size + 1], Read, cancellationToken);
        var sums = await database.ListAsync(brand,
            $"SELECT w.currency, count(*)::integer, sum(w.amount)::bigint FROM ({Standing}) w WHERE $2::text IS NULL OR w.standing = $2 GROUP BY w.currency ORDER BY 1",
            [brand, state?.ToString()], row => (Code: row.GetString(0), Count: row.GetInt32(1), Sum: row.GetInt64(2)), cancellationToken);

        var page = Paging.Cut(rows, size, row => Paging.Cursor(row.ReceivedAt.ToString("O", CultureInfo.InvariantCulture), row.Reference));
        return new(page.Rows, sums.Sum(sum => sum.Count), [.. sums.Where(sum => Currency.TryOf(sum.Code, out _)).Select(sum => new Money(sum.Sum, Currency.Of(sum.Code)))], page.Next);
    }

    public Task<UnmatchedPaymentLine?> FindAsync(string brand, string reference, CancellationToken cancellationToken) =>
        database.FirstAsync<UnmatchedPaymentLine>(brand, $"SELECT {Columns} FROM ({Standing}) w {People} WHERE w.payment_reference = $2", [brand, reference], Read, cancellationToken);

    /// <summary>How many nobody has placed.</summary>
    public Task<int> OpenCountAsync(string brand, CancellationToken cancellationToken) =>
        database.FirstAsync(brand, $"SELECT count(*)::integer FROM ({Standing}) w WHERE w.standing = 'Open'", [brand], row => row.GetInt32(0), cancellationToken);

    private static UnmatchedPaymentLine Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetString(3), row.GetString(4), row.TextOrNull(5), row.GetString(6), row.Instant(7),
        row.Named<UnmatchedState>(8), row.TextOrNull(9), row.TextOrNull(10), row.InstantOrNull(11), row.TextOrNull(12), row.InstantOrNull(13));
}
