namespace Lending.Data;

/// <summary>
/// Which worker closes which day. A run is requested once per Brand and date, claimed by one worker, and taken over by another when the
/// first stops showing signs of life. Dates are closed in order.
/// </summary>
public sealed class DayEndRuns(LendingDatabase database, TimeProvider clock)
{
    /// <summary>Asks for a date to be closed; a cancelled or failed run is asked for anew. False when it is under way or done.</summary>
    public async Task<bool> RequestAsync(string brand, DateOnly date, string requestedBy, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(brand,
            """
            INSERT INTO day_end_run (brand, date, state, requested_by, requested_at) VALUES ($1, $2, 'requested', $3, $4)
            ON CONFLICT (brand, date) DO UPDATE
              SET state = 'requested', requested_by = excluded.requested_by, requested_at = excluded.requested_at, total = 0, done = 0, failed = 0,
                  worker = NULL, heartbeat_at = NULL, started_at = NULL, finished_at = NULL
              WHERE day_end_run.state IN ('failed', 'cancelled')
            """,
            [brand, date, requestedBy, clock.GetUtcNow()], cancellationToken) == 1;

    /// <summary>
    /// Asks for a date because its day has ended, once: what staff cancelled stays cancelled until one of them asks again. The next date's run closes
    /// it along with its own.
    /// </summary>
    public Task RequestOnceAsync(string brand, DateOnly date, string requestedBy, CancellationToken cancellationToken) =>
        database.ExecuteAsync(brand,
            """
            INSERT INTO day_end_run (brand, date, state, requested_by, requested_at) VALUES ($1, $2, 'requested', $3, $4)
            ON CONFLICT (brand, date) DO NOTHING
            """,
            [brand, date, requestedBy, clock.GetUtcNow()], cancellationToken);

    /// <summary>The earliest run that waits, or whose worker was last heard of longer than the lease ago; null when there is none.</summary>
    public async Task<DayEndRun?> ClaimAsync(string brand, string worker, TimeSpan lease, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var claimed = await database.WriteAsync(brand,
            $"""
            UPDATE day_end_run SET state = 'running', worker = $2, heartbeat_at = $3, started_at = coalesce(started_at, $3)
            WHERE brand = $1 AND date = (
              SELECT date FROM day_end_run r WHERE brand = $1 AND state IN ('requested', 'running') ORDER BY date LIMIT 1 FOR UPDATE SKIP LOCKED)
              AND (state = 'requested' OR heartbeat_at < $4)
            RETURNING {DayEndQuery.Columns}
            """,
            [brand, worker, now, now - lease], DayEndQuery.Read, cancellationToken);
        return claimed.FirstOrDefault();
    }

    /// <summary>Says how far it is and that the worker lives. False when the run was cancelled or taken over: stop.</summary>
    public async Task<bool> ProgressAsync(DayEndRun run, string worker, int total, int done, int failed, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(run.Brand,
            """
            UPDATE day_end_run SET total = $4, done = $5, failed = $6, heartbeat_at = $7
            WHERE brand = $1 AND date = $2 AND state = 'running' AND worker = $3
            """,
            [run.Brand, run.Date, worker, total, done, failed, clock.GetUtcNow()], cancellationToken) == 1;

    /// <summary>Ends the run as done, or as failed when loans were left behind. False when it is no longer this worker's.</summary>
    public async Task<bool> FinishAsync(DayEndRun run, string worker, bool succeeded, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(run.Brand,
            """
            UPDATE day_end_run SET state = CASE WHEN $4 THEN 'done' ELSE 'failed' END, finished_at = $5, heartbeat_at = $5
            WHERE brand = $1 AND date = $2 AND state = 'running' AND worker = $3
            """,
            [run.Brand, run.Date, worker, succeeded, clock.GetUtcNow()], cancellationToken) == 1;

    /// <summary>Stops a run that is not finished; its worker notices at its next progress. What was closed stays closed.</summary>
    public async Task<bool> CancelAsync(string brand, DateOnly date, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(brand,
            "UPDATE day_end_run SET state = 'cancelled', finished_at = $3 WHERE brand = $1 AND date = $2 AND state IN ('requested', 'running')",
            [brand, date, clock.GetUtcNow()], cancellationToken) == 1;

    public Task AddFailureAsync(string brand, DateOnly date, string loanId, string reason, CancellationToken cancellationToken) =>
        database.ExecuteAsync(brand,
            """
            INSERT INTO day_end_failure (brand, date, loan, reason, failed_at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (brand, date, loan) DO UPDATE SET reason = excluded.reason, failed_at = excluded.failed_at
            """,
            [brand, date, loanId, reason.Length > 200 ? reason[..200] : reason, clock.GetUtcNow()], cancellationToken);

    /// <summary>Loans that runs up to a date had set aside are closed now: these runs are done, and their failures are forgotten.</summary>
    public Task CaughtUpAsync(string brand, DateOnly date, CancellationToken cancellationToken) =>
        database.ExecuteAsync(brand,
            """
            WITH forgotten AS (DELETE FROM day_end_failure WHERE brand = $1 AND date <= $2 RETURNING 1)
            UPDATE day_end_run SET state = 'done', done = total, failed = 0 WHERE brand = $1 AND date <= $2 AND state = 'failed'
            """,
            [brand, date], cancellationToken);

    /// <summary>Forgets the failures of a date, before it is tried again.</summary>
    public Task ClearFailuresAsync(string brand, DateOnly date, CancellationToken cancellationToken) =>
        database.ExecuteAsync(brand, "DELETE FROM day_end_failure WHERE brand = $1 AND date = $2", [brand, date], cancellationToken);
}
