using System.Globalization;

namespace Lending.Data;

/// <summary>Which customers; null means any. NextStep is an onboarding step, or "" for those who have done them all.</summary>
public sealed record CustomerFilter(string? Text = null, string? NextStep = null);

/// <summary>A page of customers with the count of the whole filter.</summary>
public sealed record CustomerList(IReadOnlyList<CustomerCard> Rows, string? Next, int Count);

/// <summary>Customers of a Brand, newest first.</summary>
public sealed class CustomerListQuery(LendingDatabase database, FieldCipher cipher)
{
    private static readonly string Where =
        $"""
        FROM customer c WHERE c.brand = $1 AND ($2::text IS NULL OR coalesce(c.next_step, '') = $2)
          AND ($3::text IS NULL OR c.id LIKE $3 OR {CustomerText.Matches(4, 5, 6, 7)})
        """;

    public async Task<CustomerList> RunAsync(string brand, CustomerFilter filter, string? after, int limit, CancellationToken cancellationToken)
    {
        var text = filter.Text?.Trim() is { Length: > 0 } typed ? typed : null;
        var person = text is null ? new CustomerText(null, null, [], []) : CustomerText.Of(brand, text, cipher);
        object?[] parameters =
        [
            brand, filter.NextStep, text is null ? null : CustomerText.Escape(text.ToUpper(CultureInfo.InvariantCulture)) + "%",
            person.NamePattern, person.WordPattern, person.Mobiles, person.Tails,
        ];
        var count = await database.FirstAsync(brand, $"SELECT count(*)::integer {Where}", parameters, row => row.GetInt32(0), cancellationToken);
        var (at, id) = Paging.Parse(after);
        var size = Paging.Bounded(limit);
        var rows = await database.ListAsync(brand,
            $"""
            SELECT {CustomerCard.Columns} {Where} AND ($8::text IS NULL OR (c.registered_at, c.id) < ($8::timestamptz, $9::text))
            ORDER BY c.registered_at DESC, c.id DESC LIMIT $10
            """,
            [.. parameters, at, id, size + 1], CustomerCard.Read, cancellationToken);
        var page = Paging.Cut(rows, size, row => Paging.Cursor(row.RegisteredAt.ToString("O", CultureInfo.InvariantCulture), row.Id));
        return new(page.Rows, page.Next, count);
    }
}
