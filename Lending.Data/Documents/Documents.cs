using Npgsql;

namespace Lending.Data;

/// <summary>The kinds of stored documents.</summary>
public static class DocumentKinds
{
    public const string Agreement = "agreement";
    public const string Certificate = "certificate";
    public const string Statement = "statement";
    public const string Bill = "bill";
}

/// <summary>A document in blob storage: where it lies and the SHA-256 (hex) it had when it was stored.</summary>
public sealed record StoredDocument(string Id, string? LoanId, string? CustomerId, string Kind, string Blob, string Sha256, DateTimeOffset CreatedAt);

/// <summary>Records documents once they are stored. A document, once recorded, never changes.</summary>
public sealed class Documents(LendingDatabase database)
{
    /// <summary>False when the id is there already, as after a retry.</summary>
    public async Task<bool> AddAsync(string brand, StoredDocument document, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(brand,
            """
            INSERT INTO document (brand, id, loan, customer, kind, blob, sha256, created_at)
            VALUES ($1, $2, $3::text, $4::text, $5, $6, $7, $8) ON CONFLICT DO NOTHING
            """,
            [brand, document.Id, document.LoanId, document.CustomerId, document.Kind, document.Blob, document.Sha256, document.CreatedAt],
            cancellationToken) == 1;
}

/// <summary>Finds documents.</summary>
public sealed class DocumentsQuery(LendingDatabase database)
{
    private const string Columns = "SELECT id, loan, customer, kind, blob, sha256, created_at FROM document";

    public Task<StoredDocument?> FindAsync(string brand, string id, CancellationToken cancellationToken) =>
        database.FirstAsync<StoredDocument>(brand, $"{Columns} WHERE brand = $1 AND id = $2", [brand, id], Read, cancellationToken);

    /// <summary>At most 200, newest first.</summary>
    public async Task<IReadOnlyList<StoredDocument>> OfLoanAsync(string brand, string loanId, CancellationToken cancellationToken) =>
        await database.ListAsync(brand, $"{Columns} WHERE brand = $1 AND loan = $2 ORDER BY created_at DESC, id LIMIT 200", [brand, loanId], Read, cancellationToken);

    private static StoredDocument Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.TextOrNull(1), row.TextOrNull(2), row.GetString(3), row.GetString(4), row.GetString(5), row.Instant(6));
}
