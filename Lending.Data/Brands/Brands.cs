using System.Collections.Concurrent;
using System.Text.Json;
using Lending.Domain;
using Npgsql;

namespace Lending.Data;

/// <summary>The Brands of the installation. The one table that may be read before a Brand is known; each row is written only as its own Brand.</summary>
public sealed class Brands(LendingDatabase database, TimeProvider clock)
{
    // Every command asks for its Brand. A date this old is harmless: a loan whose day is closed already lives on the next one by itself.
    private static readonly TimeSpan KeptFor = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<string, (Brand Brand, long At)> _kept = new(StringComparer.Ordinal);

    internal const string Insert =
        "INSERT INTO brand (code, name, time_zone, business_date, settings) VALUES ($1, $2, $3, $4, $5::jsonb) ON CONFLICT DO NOTHING";

    private const string Columns = "SELECT code, name, time_zone, business_date, settings FROM brand";

    public Task<Brand?> FindAsync(string code, CancellationToken cancellationToken) =>
        database.FirstAsync<Brand>(code, $"{Columns} WHERE code = $1", [code], Read, cancellationToken);

    /// <summary>The Brand; throws when there is none, for callers that hold its code from a trusted source.</summary>
    public async ValueTask<Brand> GetAsync(string code, CancellationToken cancellationToken) =>
        await FindRecentAsync(code, cancellationToken) ?? throw new InvalidOperationException($"There is no Brand {code}.");

    /// <summary>The Brand as it was within the last quarter of a second, null when there is none: for codes that came from outside.</summary>
    public async ValueTask<Brand?> FindRecentAsync(string code, CancellationToken cancellationToken)
    {
        if (_kept.TryGetValue(code, out var kept) && clock.GetElapsedTime(kept.At) < KeptFor) return kept.Brand;
        var at = clock.GetTimestamp();
        var brand = await FindAsync(code, cancellationToken);
        if (brand is not null) _kept[code] = (brand, at); // Unknown codes are not kept: anybody can make up as many as they like.
        return brand;
    }

    /// <summary>All Brands by code; an installation has tens of them.</summary>
    public async Task<IReadOnlyList<Brand>> ListAsync(CancellationToken cancellationToken) =>
        await database.ListAsync("", $"{Columns} ORDER BY code LIMIT 1000", [], Read, cancellationToken);

    /// <summary>False when the code is taken.</summary>
    public async Task<bool> AddAsync(Brand brand, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(brand.Code, Insert, RowOf(brand), cancellationToken) == 1;

    /// <summary>Moves the business date on; false when it is no longer at from, so that two movers cannot skip a day.</summary>
    public async Task<bool> SetBusinessDateAsync(string brand, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var moved = await database.ExecuteAsync(
            brand, "UPDATE brand SET business_date = $3 WHERE code = $1 AND business_date = $2", [brand, from, to], cancellationToken) == 1;
        _kept.TryRemove(brand, out _);
        return moved;
    }

    internal static object?[] RowOf(Brand brand) =>
        [brand.Code, brand.Name, brand.TimeZone, brand.BusinessDate, JsonSerializer.Serialize(brand.Settings, JournalJson.Options)];

    private static Brand Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.Date(3),
        JsonSerializer.Deserialize<BrandSettings>(row.GetString(4), JournalJson.Options)!);
}
