using Lending.Data;
using Lending.Domain;
using Lending.Portal.Components;
using Lending.Portal.SignIn;

namespace Lending.Portal.Search;

/// <summary>Finds loans and customers for the palette: by number, name, phone or its last four digits.</summary>
public sealed class RecordPalette(StaffSession session, SearchQuery search) : IPaletteSource
{
    public async Task<IReadOnlyList<PaletteItem>> FindAsync(string text, CancellationToken cancellationToken)
    {
        var person = await session.PersonAsync();
        if (!person.May(Permission.Loans, Level.Read)) return [];
        var hits = await search.RunAsync(person.Brand, text, cancellationToken);
        return [.. hits.Select(hit => hit.Kind == "loan" ? LoanOf(hit) : CustomerOf(hit, person))];
    }

    private static PaletteItem LoanOf(SearchHit hit) => new("Loans", hit.Name ?? hit.Id, "wallet_16_regular")
    {
        Detail = hit.Id, Href = $"/loans/{hit.Id}", State = hit.Detail is { } status ? (StatusDimension.Published, status) : null,
    };

    private static PaletteItem CustomerOf(SearchHit hit, StaffIdentity person)
    {
        var allowed = person.May(Permission.Customer, Level.Read);
        return new("Customers", hit.Name ?? hit.Id, "person_16_regular")
        {
            Detail = hit.Detail is { } phone ? $"{hit.Id} · {phone}" : hit.Id, Href = allowed ? $"/customers/{hit.Id}" : null, Locked = !allowed,
        };
    }
}
