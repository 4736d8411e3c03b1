using System.Globalization;
using Lending.Domain;
using Npgsql;

namespace Lending.Data;

/// <summary>Something the audit kept. Position orders and names it; Who is the person's name where known.</summary>
public sealed record AuditLine(long Position, DateTimeOffset At, string Who, string What, string About, string Detail, int? Rows, string? Origin);

/// <summary>What staff of a Brand saved as files, which personal values they saw in clear, and who set up what; newest first.</summary>
public sealed class AuditQuery(LendingDatabase database)
{
    public Task<(Page<AuditLine> Page, int Count)> ExportsAsync(string brand, string? after, int limit, CancellationToken cancellationToken) => ListAsync(
        brand, "export_audit", "a.staff_id", "a.exported_at, coalesce(s.name, a.staff_id), 'Saved as CSV', a.list, a.filter || CASE WHEN a.filter = '' THEN '' ELSE '; ' END || a.columns, a.rows, a.origin",
        after, limit, cancellationToken);

    public Task<(Page<AuditLine> Page, int Count)> ClearValuesAsync(string brand, string? after, int limit, CancellationToken cancellationToken) => ListAsync(
        brand, "read_audit", "a.staff_id", "a.read_at, coalesce(s.name, a.staff_id), a.field, a.customer, a.reason, NULL::integer, a.origin", after, limit, cancellationToken);

    public Task<(Page<AuditLine> Page, int Count)> SetUpAsync(string brand, string? after, int limit, CancellationToken cancellationToken) => ListAsync(
        brand, "administration", "a.actor::json->>'id'", "a.recorded_at, coalesce(s.name, a.actor::json->>'name'), a.what, a.subject, '', NULL::integer, a.actor::json->>'origin'",
        after, limit, cancellationToken);

    private async Task<(Page<AuditLine>, int)> ListAsync(string brand, string table, string person, string columns, string? after, int limit, CancellationToken cancellationToken)
    {
        var size = Paging.Bounded(limit);
        long? before = long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : null;
        var rows = await database.ListAsync(brand,
            $"""
            SELECT a.position, {columns} FROM {table} a LEFT JOIN staff s ON s.brand = a.brand AND s.id = {person}
            WHERE a.brand = $1 AND ($2::bigint IS NULL OR a.position < $2) ORDER BY a.position DESC LIMIT $3
            """,
            [brand, before, size + 1], Read, cancellationToken);
        var count = await database.FirstAsync(brand, $"SELECT count(*)::integer FROM {table} WHERE brand = $1", [brand], row => row.GetInt32(0), cancellationToken);
        return (Paging.Cut(rows, size, row => row.Position.ToString(CultureInfo.InvariantCulture)), count);
    }

    private static AuditLine Read(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.Instant(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.IntOrNull(6), row.TextOrNull(7));
}
