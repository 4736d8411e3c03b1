using Npgsql;

namespace Lending.Data;

/// <summary>Reads how days were closed.</summary>
public sealed class DayEndQuery(LendingDatabase database)
{
    internal const string Columns =
        "brand, date, state, requested_by, requested_at, total, done, failed, worker, heartbeat_at, started_at, finished_at";

    /// <summary>The newest dates first, at most 200.</summary>
    public async Task<IReadOnlyList<DayEndRun>> RunsAsync(string brand, int limit, CancellationToken cancellationToken) =>
        await database.ListAsync(brand, $"SELECT {Columns} FROM day_end_run WHERE brand = $1 ORDER BY date DESC LIMIT $2",
            [brand, Paging.Bounded(limit)], Read, cancellationToken);

    public Task<DayEndRun?> FindAsync(string brand, DateOnly date, CancellationToken cancellationToken) =>
        database.FirstAsync<DayEndRun>(brand, $"SELECT {Columns} FROM day_end_run WHERE brand = $1 AND date = $2", [brand, date], Read, cancellationToken);

    /// <summary>At most 200, by loan.</summary>
    public async Task<IReadOnlyList<DayEndFailure>> FailuresAsync(string brand, DateOnly date, CancellationToken cancellationToken) =>
        await database.ListAsync(brand, "SELECT loan, reason, failed_at FROM day_end_failure WHERE brand = $1 AND date = $2 ORDER BY loan LIMIT 200",
            [brand, date], row => new DayEndFailure(row.GetString(0), row.GetString(1), row.Instant(2)), cancellationToken);

    /// <summary>How many active loans still have a day up to and including date to close.</summary>
    public Task<int> OpenLoansAsync(string brand, DateOnly date, CancellationToken cancellationToken) =>
        database.FirstAsync(brand,
            """
            SELECT count(*)::integer FROM loan
            WHERE brand = $1 AND account = 'Active' AND (closed_through < $2 OR (closed_through IS NULL AND disbursed_on <= $2))
            """,
            [brand, date], row => row.GetInt32(0), cancellationToken);

    internal static DayEndRun Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.Date(1), Enum.Parse<DayEndState>(row.GetString(2), ignoreCase: true), row.GetString(3), row.Instant(4), row.GetInt32(5),
        row.GetInt32(6), row.GetInt32(7), row.TextOrNull(8), row.InstantOrNull(9), row.InstantOrNull(10), row.InstantOrNull(11));
}
