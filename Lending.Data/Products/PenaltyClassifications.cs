using System.Collections.Immutable;
using Lending.Domain;
using Npgsql;

namespace Lending.Data;

/// <summary>How a version of a classification stands: a Draft nobody has put in force, the one InForce, one that was Replaced, or one of a code that was Retired.</summary>
public enum ClassificationState { Draft, InForce, Replaced, Retired }

/// <summary>A version with how it stands and who brought it there; staff ids.</summary>
public sealed record ClassificationVersion(
    PenaltyClassification Classification, ClassificationState State, string AddedBy, DateTimeOffset AddedAt, string? ActivatedBy, DateTimeOffset? ActivatedAt);

/// <summary>A version of a product whose loans stand in a band from First to Last days past due.</summary>
public sealed record ClassifiedDays(string ProductCode, int ProductVersion, int First, int Last)
{
    internal static object?[] Columns(ImmutableArray<ClassifiedDays> days) =>
        [days.Select(each => each.ProductCode).ToArray(), days.Select(each => each.ProductVersion).ToArray(), days.Select(each => each.First).ToArray(), days.Select(each => each.Last).ToArray()];
}

/// <summary>A Brand's catalogue of penalty classifications. A version, once stored, never changes; at most one of a code is in force.</summary>
public sealed class PenaltyClassifications(LendingDatabase database)
{
    internal const string Insert =
        """
        INSERT INTO penalty_classification (brand, code, version, name, currency, from_dpd, to_dpd, percent, fixed, active, added_by, added_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, false, $10, $11) ON CONFLICT DO NOTHING
        """;

    internal const string Activate =
        """
        UPDATE penalty_classification SET active = (version = $3), activated_by = CASE WHEN version = $3 THEN $4 ELSE activated_by END,
          activated_at = CASE WHEN version = $3 THEN $5::timestamptz ELSE activated_at END
        WHERE brand = $1 AND code = $2 AND (active OR version = $3)
          AND EXISTS (SELECT FROM penalty_classification wanted WHERE wanted.brand = $1 AND wanted.code = $2 AND wanted.version = $3)
        """;

    // A product that was put in force in this moment keeps it.
    internal const string Retire =
        """
        UPDATE penalty_classification SET active = false WHERE brand = $1 AND code = $2 AND active
          AND NOT EXISTS (SELECT FROM product p WHERE p.brand = $1 AND p.active AND p.body::jsonb #> '{lateCharges,classifications}' ? $2)
        """;

    private const string Columns =
        """
        p.code, p.version, p.name, p.currency, p.from_dpd, p.to_dpd, p.percent, p.fixed, p.active, p.added_by, p.added_at, p.activated_by, p.activated_at,
          bool_or(p.active) OVER (PARTITION BY p.code)
        FROM penalty_classification p WHERE p.brand = $1
        """;

    /// <summary>Those in force, by their days; a Brand has at most 200 codes.</summary>
    public async Task<IReadOnlyList<PenaltyClassification>> InForceAsync(string brand, CancellationToken cancellationToken) =>
        [.. (await database.ListAsync(brand, $"SELECT {Columns} AND p.active ORDER BY p.currency, p.from_dpd, p.code LIMIT 200", [brand], Of, cancellationToken)).Select(each => each.Classification)];

    /// <summary>At most 500 versions, by currency and days, the newest of a code first.</summary>
    public async Task<IReadOnlyList<ClassificationVersion>> ListAsync(string brand, CancellationToken cancellationToken) =>
        await database.ListAsync(brand,
            $"SELECT * FROM (SELECT {Columns}) v ORDER BY v.currency, min(v.from_dpd) OVER (PARTITION BY v.code), v.code, v.version DESC LIMIT 500", [brand], Of, cancellationToken);

    /// <summary>At most 200 versions of a code, the newest first; empty when there is none.</summary>
    public async Task<IReadOnlyList<ClassificationVersion>> OfAsync(string brand, string code, CancellationToken cancellationToken) =>
        await database.ListAsync(brand, $"SELECT {Columns} AND p.code = $2 ORDER BY p.version DESC LIMIT 200", [brand, code], Of, cancellationToken);

    /// <summary>How many codes there are.</summary>
    public async Task<int> CountAsync(string brand, CancellationToken cancellationToken) =>
        await database.FirstAsync(brand, "SELECT count(DISTINCT code)::integer FROM penalty_classification WHERE brand = $1", [brand], row => row.GetInt32(0), cancellationToken);

    /// <summary>The product versions whose loans are charged by a classification, each with the days of the version it has (UBU-056).</summary>
    public async Task<ImmutableArray<ClassifiedDays>> DaysAsync(string brand, string code, CancellationToken cancellationToken) =>
    [
        .. await database.ListAsync(brand,
            """
            SELECT p.code, p.version, (b->>'fromDpd')::integer, coalesce((b->>'toDpd')::integer, 2147483647)
            FROM product p CROSS JOIN LATERAL jsonb_array_elements(p.body::jsonb #> '{lateCharges,bands}') b
            WHERE p.brand = $1 AND b->>'classification' = $2 ORDER BY p.code, p.version LIMIT 5000
            """,
            [brand, code], row => new ClassifiedDays(row.GetString(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3)), cancellationToken),
    ];

    /// <summary>How many running loans stand in each classification today, by its code; those without any are left out.</summary>
    public async Task<IReadOnlyDictionary<string, int>> LoansAsync(string brand, CancellationToken cancellationToken) =>
        (await database.ListAsync(brand,
            """
            SELECT d.classification, count(*)::integer FROM (
              SELECT p.code, p.version, b->>'classification' AS classification, (b->>'fromDpd')::integer AS first, coalesce((b->>'toDpd')::integer, 2147483647) AS last
              FROM product p CROSS JOIN LATERAL jsonb_array_elements(p.body::jsonb #> '{lateCharges,bands}') b WHERE p.brand = $1 AND b ? 'classification') d
            JOIN loan l ON l.brand = $1 AND l.product_code = d.code AND l.product_version = d.version AND l.dpd BETWEEN d.first AND d.last AND l.account = 'Active'
            GROUP BY 1
            """,
            [brand], row => (Code: row.GetString(0), Loans: row.GetInt32(1)), cancellationToken)).ToDictionary(each => each.Code, each => each.Loans);

    internal static object?[] RowOf(string brand, PenaltyClassification each) =>
        [brand, each.Code, each.Version, each.Name, each.Currency.Code, each.FromDpd, each.ToDpd, each.Percent, each.Fixed?.Minor];

    private static ClassificationVersion Of(NpgsqlDataReader row)
    {
        var currency = Currency.Of(row.GetString(3));
        var classification = new PenaltyClassification(
            row.GetString(0), row.GetInt32(1), row.GetString(2), currency, row.GetInt32(4), row.IntOrNull(5), row.IsDBNull(6) ? null : row.GetDecimal(6), row.MoneyOrNull(7, currency));
        var state = row.GetBoolean(8) ? ClassificationState.InForce
            : row.IsDBNull(12) ? ClassificationState.Draft
            : row.GetBoolean(13) ? ClassificationState.Replaced : ClassificationState.Retired;
        return new(classification, state, row.GetString(9), row.Instant(10), row.TextOrNull(11), row.InstantOrNull(12));
    }
}
