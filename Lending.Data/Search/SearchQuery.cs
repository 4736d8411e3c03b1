using System.Globalization;

namespace Lending.Data;

/// <summary>A record the palette found. Kind is "loan" or "customer"; Detail is the published status or the phone's mask.</summary>
public sealed record SearchHit(string Kind, string Id, string? Name, string? Detail);

/// <summary>Finds loans and customers by number, name, phone or its last four digits; at most 12, loans first.</summary>
public sealed class SearchQuery(LendingDatabase database, FieldCipher cipher)
{
    private static readonly string Sql =
        $"""
        (SELECT 'loan', l.id, c.full_name, l.status FROM loan l LEFT JOIN customer c ON c.brand = l.brand AND c.id = l.customer_id
         WHERE l.brand = $1 AND (l.id LIKE $2 OR right(l.id, 5) = $7 OR l.customer_id IN (
           SELECT c.id FROM customer c WHERE c.brand = $1 AND {CustomerText.Matches(3, 4, 5, 6)}))
         ORDER BY l.id DESC LIMIT 8)
        UNION ALL
        (SELECT 'customer', c.id, c.full_name, c.mobile_mask FROM customer c
         WHERE c.brand = $1 AND (c.id LIKE $2 OR {CustomerText.Matches(3, 4, 5, 6)})
         ORDER BY c.id DESC LIMIT 4)
        """;

    public async Task<IReadOnlyList<SearchHit>> RunAsync(string brand, string text, CancellationToken cancellationToken)
    {
        var typed = text.Trim();
        if (typed.Length < 2) return [];
        var person = CustomerText.Of(brand, typed, cipher);
        var running = int.TryParse(typed, CultureInfo.InvariantCulture, out var number) && typed.Length <= 5
            ? number.ToString("D5", CultureInfo.InvariantCulture) : "";
        return await database.ListAsync(brand, Sql,
            [brand, CustomerText.Escape(typed.ToUpperInvariant()) + "%", person.NamePattern, person.WordPattern, person.Mobiles, person.Tails, running],
            row => new SearchHit(row.GetString(0), row.GetString(1), row.TextOrNull(2), row.TextOrNull(3)), cancellationToken);
    }
}
