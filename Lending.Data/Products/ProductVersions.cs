using System.Text.Json;
using Lending.Domain;
using Npgsql;

namespace Lending.Data;

/// <summary>The versions of a Brand's products with how each stands, for those who look after them.</summary>
public sealed class ProductVersions(LendingDatabase database)
{
    private const string Select =
        """
        SELECT p.body, p.active, p.added_by, p.added_at, p.activated_by, p.activated_at,
          p.active AND p.version = max(p.version) FILTER (WHERE p.active) OVER (PARTITION BY p.code),
          bool_or(p.active) OVER (PARTITION BY p.code),
          (SELECT count(*) FROM loan l WHERE l.brand = p.brand AND l.product_code = p.code AND l.product_version = p.version AND l.account = 'Active'),
          (SELECT count(*) FROM loan l WHERE l.brand = p.brand AND l.product_code = p.code AND l.product_version = p.version AND l.disbursed_on IS NULL
            AND l.application NOT IN ('Cancelled', 'Rejected'))
        FROM product p WHERE p.brand = $1
        """;

    /// <summary>At most 500 versions, by code, the newest first.</summary>
    public async Task<IReadOnlyList<ProductVersion>> ListAsync(string brand, CancellationToken cancellationToken) =>
        await database.ListAsync(brand, $"{Select} ORDER BY p.code, p.version DESC LIMIT 500", [brand], Of, cancellationToken);

    /// <summary>At most 200 versions of one product, the newest first; empty when there is no such product.</summary>
    public async Task<IReadOnlyList<ProductVersion>> OfAsync(string brand, string code, CancellationToken cancellationToken) =>
        await database.ListAsync(brand, $"{Select} AND p.code = $2 ORDER BY p.version DESC LIMIT 200", [brand, code], Of, cancellationToken);

    private static ProductVersion Of(NpgsqlDataReader row) => new(
        JsonSerializer.Deserialize<LoanProduct>(row.GetString(0), JournalJson.Options)!, StateOf(row),
        row.IsDBNull(2) ? null : row.GetString(2), row.IsDBNull(3) ? null : row.Instant(3),
        row.IsDBNull(4) ? null : row.GetString(4), row.IsDBNull(5) ? null : row.Instant(5), row.GetInt64(8))
    {
        OpenApplications = row.GetInt64(9),
    };

    private static ProductVersionState StateOf(NpgsqlDataReader row) =>
        row.GetBoolean(6) ? ProductVersionState.InForce
        : !row.GetBoolean(1) && row.IsDBNull(5) && !row.IsDBNull(3) ? ProductVersionState.Draft
        : row.GetBoolean(7) ? ProductVersionState.Replaced
        : ProductVersionState.Inactive;
}
