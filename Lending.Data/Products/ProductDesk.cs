using System.Collections.Immutable;
using System.Text.Json;
using Lending.Domain;

namespace Lending.Data;

/// <summary>
/// Adding and putting in force of product versions, one way for portal and API: one person adds a version, another one puts it in force.
/// Who did it is recorded.
/// </summary>
public sealed class ProductDesk(Products products, ProductVersions versions, Administration administration, Charts charts, Brands brands, PenaltyClassifications classifications)
{
    /// <summary>A product nobody has had yet. It takes no loans until somebody else puts it in force.</summary>
    public async Task<Outcome<LoanProduct>> AddAsync(LoanProduct asked, CommandContext by, CancellationToken cancellationToken)
    {
        asked = await FilledAsync(asked, by, cancellationToken);
        if (Refused(asked, by) is { } refusal) return refusal;
        if (await products.NewestAsync(by.Brand, asked.Code, cancellationToken) is { } newest)
            return IsSame(newest, asked) && newest.Version == 1 ? newest : new ProductExists();
        return await StoreAsync(asked with { Version = 1 }, by, cancellationToken);
    }

    /// <summary>The next version. The same settings as the newest one answer that one, so a retry adds nothing.</summary>
    public async Task<Outcome<LoanProduct>> AddVersionAsync(string code, LoanProduct asked, CommandContext by, CancellationToken cancellationToken)
    {
        if (asked.Code != code) return new ProductCodeDiffers(code);
        asked = await FilledAsync(asked, by, cancellationToken);
        if (Refused(asked, by) is { } refusal) return refusal;
        if (await products.NewestAsync(by.Brand, code, cancellationToken) is not { } newest) return new ProductVersionNotFound();
        if (asked.Plan != newest.Plan) return new ProductStructureDiffers("plan");
        if (asked.Currency != newest.Currency) return new ProductStructureDiffers("amountMin");
        return IsSame(newest, asked) ? newest : await StoreAsync(asked with { Version = newest.Version + 1 }, by, cancellationToken);
    }

    /// <summary>New loans are made under this version from now on. Not by the one who added it.</summary>
    public async Task<Outcome<ProductVersion>> ActivateAsync(string code, int version, CommandContext by, CancellationToken cancellationToken)
    {
        if (!by.Grants.May(Permission.BrandSettings, Level.All)) return new NotPermitted("BrandSettings All");
        if (await FindAsync(by.Brand, code, version, cancellationToken) is not { } found) return new ProductVersionNotFound();
        if (found.State is ProductVersionState.InForce) return found;
        if (found.AddedBy == by.Actor.Id) return new SecondPersonNeeded();
        if (await ReferencesAtFaultAsync(found.Product, by, cancellationToken) is { IsEmpty: false } faults) return new ProductInvalid(faults);
        await administration.ActivateProductAsync(code, version, by, cancellationToken);
        return (await FindAsync(by.Brand, code, version, cancellationToken))!;
    }

    /// <summary>No new loans; those there are go on. Answers the versions as they stand then.</summary>
    public async Task<Outcome<IReadOnlyList<ProductVersion>>> DeactivateAsync(string code, CommandContext by, CancellationToken cancellationToken)
    {
        if (!by.Grants.May(Permission.BrandSettings, Level.All)) return new NotPermitted("BrandSettings All");
        await administration.DeactivateProductAsync(code, by, cancellationToken);
        var all = await versions.OfAsync(by.Brand, code, cancellationToken);
        return all.Count == 0 ? new ProductVersionNotFound() : new Outcome<IReadOnlyList<ProductVersion>>(all, null);
    }

    private async Task<ProductVersion?> FindAsync(string brand, string code, int version, CancellationToken cancellationToken) =>
        (await versions.OfAsync(brand, code, cancellationToken)).FirstOrDefault(each => each.Product.Version == version);

    private static Refusal? Refused(LoanProduct asked, CommandContext by) =>
        !by.Grants.May(Permission.BrandSettings, Level.Write) ? new NotPermitted("BrandSettings Write")
        : ProductRules.Check(asked) is { IsEmpty: false } faults ? new ProductInvalid(faults) : null;

    private async Task<Outcome<LoanProduct>> StoreAsync(LoanProduct product, CommandContext by, CancellationToken cancellationToken) =>
        await ReferencesAtFaultAsync(product, by, cancellationToken) is { IsEmpty: false } faults ? new ProductInvalid(faults)
        : await administration.DraftProductAsync(product, by, cancellationToken) ? product : new ProductChangedMeanwhile();

    /// <summary>With the bands of the classifications it refers to, as they are in force now.</summary>
    private async Task<LoanProduct> FilledAsync(LoanProduct asked, CommandContext by, CancellationToken cancellationToken) =>
        HasClassifications(asked) ? ClassificationRules.Fill(asked, await classifications.InForceAsync(by.Brand, cancellationToken)) : asked;

    /// <summary>The accounts it names that its loans could not be booked on, and the classifications that are not, or no longer, in force as it has them.</summary>
    private async Task<ImmutableArray<InputInvalid>> ReferencesAtFaultAsync(LoanProduct product, CommandContext by, CancellationToken cancellationToken) =>
    [
        .. HasClassifications(product) ? ClassificationRules.Check(product, await classifications.InForceAsync(by.Brand, cancellationToken)) : [],
        .. product.Accounts.IsEmpty ? []
            : AccountRules.Check(await charts.GetAsync(by.Brand, cancellationToken), product, (await brands.GetAsync(by.Brand, cancellationToken)).BusinessDate),
    ];

    private static bool HasClassifications(LoanProduct product) => product.LateCharges is { Classifications.IsDefaultOrEmpty: false };

    private static bool IsSame(LoanProduct newest, LoanProduct asked) =>
        JsonSerializer.Serialize(newest, JournalJson.Options) == JsonSerializer.Serialize(asked with { Version = newest.Version }, JournalJson.Options);
}
