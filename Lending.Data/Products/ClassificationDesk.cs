using Lending.Domain;

namespace Lending.Data;

/// <summary>
/// Changes of a Brand's penalty classifications, one way for portal and API: one person adds a version, another one puts it in force. Products take it when a
/// version of theirs is added; what they and their loans have stays as it was.
/// </summary>
public sealed class ClassificationDesk(PenaltyClassifications catalogue, ProductVersions products, Administration administration)
{
    /// <summary>A new code, or the next version of one. What the newest version says already is answered as it is, so a retry adds nothing.</summary>
    public async Task<Outcome<ClassificationVersion>> AddAsync(PenaltyClassification asked, bool isNew, CommandContext by, CancellationToken cancellationToken)
    {
        if (!by.Grants.May(Permission.BrandSettings, Level.Write)) return new NotPermitted("BrandSettings Write");
        if (ClassificationRules.Check(asked) is { IsEmpty: false } faults) return faults[0];
        var newest = (await catalogue.OfAsync(by.Brand, asked.Code, cancellationToken)).FirstOrDefault();
        if (newest is not null && newest.Classification == asked with { Version = newest.Classification.Version } && (!isNew || newest.Classification.Version == 1)) return newest;
        if (isNew && newest is not null) return new ClassificationExists();
        if (!isNew && newest is null) return new ClassificationNotFound();
        if (newest is not null && newest.Classification.Currency != asked.Currency) return new ClassificationCurrencyDiffers();
        if (isNew && await catalogue.CountAsync(by.Brand, cancellationToken) >= ClassificationRules.CodesMax) return new ClassificationsFull(ClassificationRules.CodesMax);
        var next = asked with { Version = (newest?.Classification.Version ?? 0) + 1 };
        return await administration.DraftClassificationAsync(next, by, cancellationToken) ? (await FindAsync(by.Brand, next.Code, next.Version, cancellationToken))! : new ClassificationChangedMeanwhile();
    }

    /// <summary>Products that are added from now on take this version. Not by the one who added it.</summary>
    public async Task<Outcome<ClassificationVersion>> ActivateAsync(string code, int version, CommandContext by, CancellationToken cancellationToken)
    {
        if (!by.Grants.May(Permission.BrandSettings, Level.All)) return new NotPermitted("BrandSettings All");
        if (await FindAsync(by.Brand, code, version, cancellationToken) is not { } found) return new ClassificationNotFound();
        if (found.State is ClassificationState.InForce) return found;
        if (found.AddedBy == by.Actor.Id) return new SecondPersonNeeded();
        await administration.ActivateClassificationAsync(code, version, by, cancellationToken);
        return (await FindAsync(by.Brand, code, version, cancellationToken))!;
    }

    /// <summary>No product takes it any more. Refused while one that makes loans, or has applications under way, has it; running loans keep it.</summary>
    public async Task<Outcome<ClassificationVersion>> RetireAsync(string code, CommandContext by, CancellationToken cancellationToken)
    {
        if (!by.Grants.May(Permission.BrandSettings, Level.All)) return new NotPermitted("BrandSettings All");
        var all = await catalogue.OfAsync(by.Brand, code, cancellationToken);
        if (all.Count == 0) return new ClassificationNotFound();
        if (all.FirstOrDefault(each => each.State is ClassificationState.InForce) is not { } inForce) return all[0];
        var user = (await products.ListAsync(by.Brand, cancellationToken)).FirstOrDefault(each =>
            (each.State is ProductVersionState.InForce || each.OpenApplications > 0) && Has(each.Product, code));
        if (user is not null) return new ClassificationInUse($"product {user.Product.Code} version {user.Product.Version}");
        if (!await administration.RetireClassificationAsync(code, by, cancellationToken)) return new ClassificationInUse("a product in force");
        return (await FindAsync(by.Brand, code, inForce.Classification.Version, cancellationToken))!;
    }

    /// <summary>Whether a product refers to a classification.</summary>
    public static bool Has(LoanProduct product, string code) => product.LateCharges is { Classifications.IsDefaultOrEmpty: false } late && late.Classifications.Contains(code);

    private async Task<ClassificationVersion?> FindAsync(string brand, string code, int version, CancellationToken cancellationToken) =>
        (await catalogue.OfAsync(brand, code, cancellationToken)).FirstOrDefault(each => each.Classification.Version == version);
}
