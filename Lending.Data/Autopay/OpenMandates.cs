using Npgsql;

namespace Lending.Data;

/// <summary>What is asked about: a mandate, or one debit under it.</summary>
public enum LookKind { Mandate, Debit }

/// <summary>A mandate or a debit nobody has said the end of.</summary>
public sealed record OpenMandate(string Reference, LookKind Kind, string LoanId, DateTimeOffset AddedAt) : IOpenLook;

/// <summary>Mandates and debits to ask the provider about, in case a webhook is lost.</summary>
public sealed class OpenMandates(LendingDatabase database, TimeProvider clock) : IOpenLooks<OpenMandate>
{
    /// <summary>Once each, however often it is told.</summary>
    public Task AddAsync(string brand, string loanId, LookKind kind, string reference, DateTimeOffset firstLook, CancellationToken cancellationToken) =>
        database.ExecuteAsync(brand,
            """
            INSERT INTO mandate_look (brand, reference, kind, loan, added_at, next_look_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING
            """,
            [brand, reference, kind is LookKind.Mandate ? "mandate" : "debit", loanId, clock.GetUtcNow(), firstLook], cancellationToken);

    /// <summary>Those whose turn it is, the longest waiting first.</summary>
    public async Task<IReadOnlyList<OpenMandate>> DueAsync(string brand, int limit, CancellationToken cancellationToken) =>
        await database.ListAsync(brand,
            """
            SELECT reference, kind, loan, added_at FROM mandate_look
            WHERE brand = $1 AND ended_at IS NULL AND next_look_at <= $2 ORDER BY next_look_at, reference LIMIT $3
            """,
            [brand, clock.GetUtcNow(), Math.Clamp(limit, 1, 1_000)], Read, cancellationToken);

    public Task LookAgainAsync(string brand, string reference, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.ExecuteAsync(brand, "UPDATE mandate_look SET next_look_at = $3 WHERE brand = $1 AND reference = $2", [brand, reference, at], cancellationToken);

    /// <summary>Outcome is the provider's last word, or "unknown" when it has never heard of it.</summary>
    public Task EndAsync(string brand, string reference, string outcome, CancellationToken cancellationToken) =>
        database.ExecuteAsync(brand,
            "UPDATE mandate_look SET ended_at = $3, outcome = $4 WHERE brand = $1 AND reference = $2 AND ended_at IS NULL",
            [brand, reference, clock.GetUtcNow(), outcome], cancellationToken);

    private static OpenMandate Read(NpgsqlDataReader row) =>
        new(row.GetString(0), row.GetString(1) == "mandate" ? LookKind.Mandate : LookKind.Debit, row.GetString(2), row.Instant(3));
}
