using System.Collections.Immutable;
using System.Text.Json;
using Lending.Domain;
using Npgsql;

namespace Lending.Data;

/// <summary>Where a run stands: Asked for, Requested once another person started it, Running, Done, Failed where loans were set aside, ended without charging, or Cancelled: what it charged by then stays charged.</summary>
public enum PenaltyRunState { Asked, Requested, Running, Done, Failed, TurnedDown, Over, Cancelled }

/// <summary>
/// A run of late charges over all loans of a Brand on a business date. Expected is what its preview came to and Charged what it charged by hand, one amount for
/// each currency. Total, Done and Failed count the loans dealt with.
/// </summary>
public sealed record PenaltyRun(string Brand, string Id, DateOnly Date, PenaltyRunState State, string AskedBy, DateTimeOffset AskedAt)
{
    public int ExpectedLoans { get; init; }

    public ImmutableArray<Money> Expected { get; init; } = [];

    public string? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public int Total { get; init; }

    public int Done { get; init; }

    public int Failed { get; init; }

    public int ChargedLoans { get; init; }

    public ImmutableArray<Money> Charged { get; init; } = [];

    public DateTimeOffset? FinishedAt { get; init; }

    public bool IsOpen => State is PenaltyRunState.Asked or PenaltyRunState.Requested or PenaltyRunState.Running;

    /// <summary>In the words of the audit log.</summary>
    internal string Words => $"{Id} of {Date:yyyy-MM-dd}";
}

/// <summary>What a run charged one loan by hand.</summary>
public sealed record PenaltyRunCharge(string LoanId, Money Amount);

/// <summary>A loan that a run could not charge.</summary>
public sealed record PenaltyRunFailure(string LoanId, string Reason);

/// <summary>Runs of late charges. One of a Brand at a time, claimed by one worker with a lease and taken over by another when that one dies.</summary>
public sealed class PenaltyRuns(LendingDatabase database, TimeProvider clock)
{
    internal const string Insert =
        """
        INSERT INTO penalty_run (brand, id, date, state, asked_by, asked_at, expected_loans, expected) VALUES ($1, $2, $3, 'Asked', $4, $5, $6, $7) ON CONFLICT DO NOTHING
        """;

    internal const string Decide = "UPDATE penalty_run SET state = $3, decided_by = $4, decided_at = $5 WHERE brand = $1 AND id = $2 AND state = 'Asked'";

    internal const string Cancel =
        "UPDATE penalty_run SET state = 'Cancelled', finished_at = $3 WHERE brand = $1 AND id = $2 AND state IN ('Asked', 'Requested', 'Running')";

    // What the journal says, so a run that died or was stopped halfway is told truly too.
    private const string Charges =
        """
        SELECT c.loan, l.currency, split_part(j.payload::jsonb #>> '{outcome,penaltyEarned}', ' ', 2)::bigint AS minor
        FROM loan_change c JOIN loan l ON l.brand = c.brand AND l.id = c.loan JOIN journal j ON j.stream = c.brand || '/' || c.loan AND j.version = c.version
        WHERE c.brand = $1 AND c.id = $2 AND c.kind = 'late-charge' AND c.state = 'made'
        """;

    private const string Columns =
        "brand, id, date, state, asked_by, asked_at, expected_loans, expected, decided_by, decided_at, total, done, failed, charged_loans, charged, finished_at";

    /// <summary>The newest first, at most 200.</summary>
    public async Task<IReadOnlyList<PenaltyRun>> ListAsync(string brand, int limit, CancellationToken cancellationToken) =>
        await database.ListAsync(brand, $"SELECT {Columns} FROM penalty_run WHERE brand = $1 ORDER BY asked_at DESC, id LIMIT $2", [brand, Paging.Bounded(limit)], Of, cancellationToken);

    public Task<PenaltyRun?> FindAsync(string brand, string id, CancellationToken cancellationToken) =>
        database.FirstAsync<PenaltyRun>(brand, $"SELECT {Columns} FROM penalty_run WHERE brand = $1 AND id = $2", [brand, id], Of, cancellationToken);

    /// <summary>At most 200, by loan.</summary>
    public async Task<IReadOnlyList<PenaltyRunFailure>> FailuresAsync(string brand, string id, CancellationToken cancellationToken) =>
        await database.ListAsync(brand, "SELECT loan, reason FROM penalty_run_failure WHERE brand = $1 AND run = $2 ORDER BY loan LIMIT 200", [brand, id],
            row => new PenaltyRunFailure(row.GetString(0), row.GetString(1)), cancellationToken);

    /// <summary>What a run charged by hand, loan by loan after the given one; at most 200.</summary>
    public async Task<IReadOnlyList<PenaltyRunCharge>> ChargesAsync(string brand, string id, string? afterLoanId, int limit, CancellationToken cancellationToken) =>
        await database.ListAsync(brand, $"SELECT loan, currency, minor FROM ({Charges}) m WHERE loan > $3 ORDER BY loan LIMIT $4", [brand, id, afterLoanId ?? "", Paging.Bounded(limit)],
            row => new PenaltyRunCharge(row.GetString(0), new Money(row.GetInt64(2), Currency.Of(row.GetString(1)))), cancellationToken);

    /// <summary>The run that waits for a worker, or whose worker was last heard of longer than the lease ago; null when there is none.</summary>
    public async Task<PenaltyRun?> ClaimAsync(string brand, string worker, TimeSpan lease, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return (await database.WriteAsync(brand,
            $"""
            UPDATE penalty_run SET state = 'Running', worker = $2, heartbeat_at = $3
            WHERE brand = $1 AND (state = 'Requested' OR (state = 'Running' AND heartbeat_at < $4)) RETURNING {Columns}
            """,
            [brand, worker, now, now - lease], Of, cancellationToken)).FirstOrDefault();
    }

    /// <summary>Says how far it is and that the worker lives. False when it was taken over: stop.</summary>
    public async Task<bool> ProgressAsync(PenaltyRun run, string worker, int total, int done, int failed, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(run.Brand,
            "UPDATE penalty_run SET total = $4, done = $5, failed = $6, heartbeat_at = $7 WHERE brand = $1 AND id = $2 AND state = 'Running' AND worker = $3",
            [run.Brand, run.Id, worker, total, done, failed, clock.GetUtcNow()], cancellationToken) == 1;

    public Task AddFailureAsync(PenaltyRun run, string loanId, string reason, CancellationToken cancellationToken) =>
        database.ExecuteAsync(run.Brand,
            "INSERT INTO penalty_run_failure (brand, run, loan, reason) VALUES ($1, $2, $3, $4) ON CONFLICT (brand, run, loan) DO UPDATE SET reason = excluded.reason",
            [run.Brand, run.Id, loanId, reason.Length > 200 ? reason[..200] : reason], cancellationToken);

    /// <summary>Ends it, with what it charged by hand as the journal has it. False when it was stopped or taken over.</summary>
    public Task<bool> FinishAsync(PenaltyRun run, string worker, PenaltyRunState state, CancellationToken cancellationToken) =>
        CountAsync(run, "state = $4, charged_loans = $5, charged = $6, finished_at = $7, heartbeat_at = $7", "'Running'", worker, state, cancellationToken);

    /// <summary>What a run had charged by the time it was stopped.</summary>
    public Task<bool> CountStoppedAsync(PenaltyRun run, string worker, CancellationToken cancellationToken) =>
        CountAsync(run, "state = $4, charged_loans = $5, charged = $6, heartbeat_at = $7", "'Cancelled'", worker, PenaltyRunState.Cancelled, cancellationToken);

    private async Task<bool> CountAsync(PenaltyRun run, string set, string from, string worker, PenaltyRunState state, CancellationToken cancellationToken)
    {
        var charged = await database.ListAsync(run.Brand, $"SELECT currency, count(*)::integer, sum(minor)::bigint FROM ({Charges}) m GROUP BY 1 ORDER BY 1", [run.Brand, run.Id],
            row => (Loans: row.GetInt32(1), Sum: new Money(row.GetInt64(2), Currency.Of(row.GetString(0)))), cancellationToken);
        return await database.ExecuteAsync(run.Brand, $"UPDATE penalty_run SET {set} WHERE brand = $1 AND id = $2 AND state = {from} AND worker = $3",
            [run.Brand, run.Id, worker, state.ToString(), charged.Sum(each => each.Loans), TextOf([.. charged.Select(each => each.Sum)]), clock.GetUtcNow()], cancellationToken) == 1;
    }

    internal static object?[] RowOf(PenaltyRun run) => [run.Brand, run.Id, run.Date, run.AskedBy, run.AskedAt, run.ExpectedLoans, TextOf(run.Expected)];

    private static string TextOf(ImmutableArray<Money> amounts) => JsonSerializer.Serialize(amounts, JournalJson.Options);

    private static ImmutableArray<Money> AmountsOf(string text) => JsonSerializer.Deserialize<ImmutableArray<Money>>(text, JournalJson.Options);

    private static PenaltyRun Of(NpgsqlDataReader row) => new(row.GetString(0), row.GetString(1), row.Date(2), row.Named<PenaltyRunState>(3), row.GetString(4), row.Instant(5))
    {
        ExpectedLoans = row.GetInt32(6), Expected = AmountsOf(row.GetString(7)), DecidedBy = row.TextOrNull(8), DecidedAt = row.InstantOrNull(9), Total = row.GetInt32(10),
        Done = row.GetInt32(11), Failed = row.GetInt32(12), ChargedLoans = row.GetInt32(13), Charged = AmountsOf(row.GetString(14)), FinishedAt = row.InstantOrNull(15),
    };
}
