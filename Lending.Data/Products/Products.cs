using System.Collections.Concurrent;
using System.Text.Json;
using Lending.Domain;

namespace Lending.Data;

/// <summary>The products of each Brand. A version, once stored, never changes; a change is the next version.</summary>
public sealed class Products(LendingDatabase database)
{
    internal const string Insert = "INSERT INTO product (brand, code, version, name, body) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";

    private readonly ConcurrentDictionary<(string Brand, string Code, int Version), LoanProduct> _known = new();

    /// <summary>One version of a product, or the newest when version is null.</summary>
    public async Task<LoanProduct?> FindAsync(string brand, string code, int? version, CancellationToken cancellationToken)
    {
        if (version is { } wanted && _known.TryGetValue((brand, code, wanted), out var known)) return known;
        var found = await database.FirstAsync<LoanProduct>(brand,
            "SELECT body FROM product WHERE brand = $1 AND code = $2 AND ($3::integer IS NULL OR version = $3) ORDER BY version DESC LIMIT 1",
            [brand, code, version], row => Of(row.GetString(0)), cancellationToken);
        return found is null ? null : _known.GetOrAdd((brand, code, found.Version), found);
    }

    /// <summary>The newest version of each product, by code.</summary>
    public async Task<IReadOnlyList<LoanProduct>> ListAsync(string brand, CancellationToken cancellationToken) =>
        await database.ListAsync(brand,
            "SELECT DISTINCT ON (code) body FROM product WHERE brand = $1 ORDER BY code, version DESC LIMIT 500",
            [brand], row => Of(row.GetString(0)), cancellationToken);

    /// <summary>False when that version is there already.</summary>
    public async Task<bool> AddAsync(string brand, LoanProduct product, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(brand, Insert, RowOf(brand, product), cancellationToken) == 1;

    internal static object?[] RowOf(string brand, LoanProduct product) =>
        [brand, product.Code, product.Version, product.Name, JsonSerializer.Serialize(product, JournalJson.Options)];

    private static LoanProduct Of(string body) => JsonSerializer.Deserialize<LoanProduct>(body, JournalJson.Options)!;
}
