using Lending.Domain;

namespace Lending.Data;

/// <summary>The log of calls to third parties. It belongs to the platform, not to a Brand: some calls are made before a Brand is known.</summary>
public sealed class ProviderCalls(LendingDatabase database)
{
    public Task AddAsync(ProviderCallEntry call, CancellationToken cancellationToken) =>
        database.ExecuteAsync("",
            """
            INSERT INTO provider_call (request_id, capability, operation, started_at, status, attempts, latency_ms, outcome, trace_id)
            VALUES ($1, $2, $3, $4, $5::integer, $6, $7, $8, $9::text)
            """,
            [call.RequestId, call.Capability, call.Operation, call.StartedAt, call.Status, call.Attempts, call.LatencyMs, call.Outcome, call.TraceId],
            cancellationToken);
}

/// <summary>Reads the log of calls to third parties.</summary>
public sealed class ProviderCallsQuery(LendingDatabase database)
{
    /// <summary>The newest first, at most 200; capability null for all.</summary>
    public async Task<IReadOnlyList<ProviderCallEntry>> RecentAsync(string? capability, int limit, CancellationToken cancellationToken) =>
        await database.ListAsync("",
            """
            SELECT request_id, capability, operation, started_at, status, attempts, latency_ms, outcome, trace_id FROM provider_call
            WHERE $1::text IS NULL OR capability = $1 ORDER BY position DESC LIMIT $2
            """,
            [capability, Paging.Bounded(limit)],
            row => new ProviderCallEntry(
                row.GetString(0), row.GetString(1), row.GetString(2), row.Instant(3), row.IntOrNull(4), row.GetInt32(5), row.GetInt64(6),
                row.GetString(7), row.TextOrNull(8)), cancellationToken);
}
