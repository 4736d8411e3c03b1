using System.Collections.Concurrent;
using System.Text.Json;
using Lending.Domain;

namespace Lending.Data;

/// <summary>The products of each Brand. A version, once stored, never changes; a change is the next version.</summary>
public sealed class Products(LendingDatabase database)
{
    internal const string InsertDraft =
        "INSERT INTO product (brand, code, version, name, body, active, added_by, added_at) VALUES ($1, $2, $3, $4, $5, false, $6, $7) ON CONFLICT DO NOTHING";

    internal const string Activate =
        """
        UPDATE product SET active = (version = $3), activated_by = CASE WHEN version = $3 THEN $4 ELSE activated_by END,
          activated_at = CASE WHEN version = $3 THEN $5::timestamptz ELSE activated_at END
        WHERE brand = $1 AND code = $2 AND (active OR version = $3)
          AND EXISTS (SELECT FROM product wanted WHERE wanted.brand = $1 AND wanted.code = $2 AND wanted.version = $3)
        """;

    internal const string Deactivate = "UPDATE product SET active = false WHERE brand = $1 AND code = $2 AND active";

    internal const string Insert = "INSERT INTO product (brand, code, version, name, body) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";

    private readonly ConcurrentDictionary<(string Brand, string Code, int Version), LoanProduct> _known = new();

    /// <summary>One version of a product, or the one in force when version is null: none when the product takes no new loans.</summary>
    public async Task<LoanProduct?> FindAsync(string brand, string code, int? version, CancellationToken cancellationToken)
    {
        if (version is { } wanted && _known.TryGetValue((brand, code, wanted), out var known)) return known;
        var found = await database.FirstAsync<LoanProduct>(brand,
            "SELECT body FROM product WHERE brand = $1 AND code = $2 AND (CASE WHEN $3::integer IS NULL THEN active ELSE version = $3 END) ORDER BY version DESC LIMIT 1",
            [brand, code, version], row => Of(row.GetString(0)), cancellationToken);
        return found is null ? null : _known.GetOrAdd((brand, code, found.Version), found);
    }

    /// <summary>The terms of a loan: the version it was made under, with what the loan has otherwise.</summary>
    public async ValueTask<LoanProduct?> OfLoanAsync(string brand, Loan loan, CancellationToken cancellationToken) =>
        LoanTerms.Of(loan, await FindAsync(brand, loan.ProductCode, loan.ProductVersion, cancellationToken));

    /// <summary>The newest version of a product, in force or not.</summary>
    public async Task<LoanProduct?> NewestAsync(string brand, string code, CancellationToken cancellationToken) =>
        await database.FirstAsync<LoanProduct>(brand,
            "SELECT body FROM product WHERE brand = $1 AND code = $2 ORDER BY version DESC LIMIT 1", [brand, code], row => Of(row.GetString(0)), cancellationToken);

    /// <summary>The newest version of every product, whether it takes new loans or not, by code.</summary>
    public async Task<IReadOnlyList<LoanProduct>> EveryAsync(string brand, CancellationToken cancellationToken) =>
        await database.ListAsync(brand,
            "SELECT DISTINCT ON (code) body FROM product WHERE brand = $1 ORDER BY code, version DESC LIMIT 500",
            [brand], row => Of(row.GetString(0)), cancellationToken);

    /// <summary>The version in force of each product that takes new loans, by code.</summary>
    public async Task<IReadOnlyList<LoanProduct>> ListAsync(string brand, CancellationToken cancellationToken) =>
        await database.ListAsync(brand,
            "SELECT DISTINCT ON (code) body FROM product WHERE brand = $1 AND active ORDER BY code, version DESC LIMIT 500",
            [brand], row => Of(row.GetString(0)), cancellationToken);

    /// <summary>False when that version is there already.</summary>
    public async Task<bool> AddAsync(string brand, LoanProduct product, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(brand, Insert, RowOf(brand, product), cancellationToken) == 1;

    internal static object?[] RowOf(string brand, LoanProduct product) =>
        [brand, product.Code, product.Version, product.Name, JsonSerializer.Serialize(product, JournalJson.Options)];

    private static LoanProduct Of(string body) => JsonSerializer.Deserialize<LoanProduct>(body, JournalJson.Options)!;
}
