namespace Lending.Data;

/// <summary>A list that somebody saved as a file: which, what it was narrowed to, the columns, and how many rows.</summary>
public sealed record ListExport(string StaffId, string List, string Filter, string Columns, int Rows, string? Origin, DateTimeOffset At);

/// <summary>Keeps who saved which list. Write it before the file is handed over.</summary>
public sealed class ExportAudit(LendingDatabase database)
{
    public Task AddAsync(string brand, ListExport export, CancellationToken cancellationToken) =>
        database.ExecuteAsync(brand,
            "INSERT INTO export_audit (brand, staff_id, list, filter, columns, rows, origin, exported_at) VALUES ($1, $2, $3, $4, $5, $6, $7::text, $8)",
            [brand, export.StaffId, export.List, export.Filter, export.Columns, export.Rows, export.Origin, export.At], cancellationToken);
}
