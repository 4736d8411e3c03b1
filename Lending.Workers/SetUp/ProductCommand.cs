using System.Text.Json;
using System.Text.Json.Nodes;
using Lending.Data;
using Lending.Domain;

namespace Lending.Workers.SetUp;

/// <summary>Adds a product, or its next version, from a file: <c>add-product emi.json --brand saffron</c>. Loans keep the version they were made under.</summary>
public sealed class ProductCommand(Brands brands, Products products, Charts charts, PenaltyClassifications classifications, Administration administration, SetUpOutput output)
{
    private const string Version = "version";

    public async Task<int> AddAsync(IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        var words = CommandWords.Parse(args, "brand");
        if (words.IsRefused) return output.Invalid(words.Refusal);
        var brand = words.Value.Of("brand");
        if (await brands.FindAsync(brand, cancellationToken) is not { } found) return output.Invalid(new InputInvalid("brand", "there is no Brand of this code"));

        // Version 0 stands for a file that names none: it is the one after the newest.
        var read = await SetUpFile.ReadAsync<LoanProduct>(
            words.Value.Words.FirstOrDefault(""), new Dictionary<string, JsonNode> { [Version] = JsonValue.Create(0) }, cancellationToken);
        if (read.IsRefused) return output.Invalid(read.Refusal);
        var catalogue = await classifications.InForceAsync(brand, cancellationToken);
        var asked = ClassificationRules.Fill(read.Value, catalogue);
        if (ClassificationRules.Check(asked, catalogue) is { IsEmpty: false } unknown) return output.Invalid([.. unknown]);
        if (ProductRules.Check(asked) is { IsEmpty: false } broken) return output.Invalid([.. broken]);
        if (AccountRules.Check(await charts.GetAsync(brand, cancellationToken), asked, found.BusinessDate) is { IsEmpty: false } faults) return output.Invalid([.. faults]);

        var newest = await products.NewestAsync(brand, asked.Code, cancellationToken);
        if (newest is not null && IsSame(newest, asked))
            return output.Done($"Product {newest.Code} version {newest.Version} was there already and is the same. Nothing was changed.");
        var next = (newest?.Version ?? 0) + 1;
        if (asked.Version != 0 && asked.Version != next)
            return output.Refused($"version: the next version of {asked.Code} is {next}. A version that is there never changes.");

        var product = asked with { Version = next };
        var by = SetUpContext.Of(brand, "add-product", $"{product.Code}:{product.Version}");
        return await administration.AddProductAsync(product, by, cancellationToken)
            ? output.Done($"Product {product.Code} version {product.Version} \"{product.Name}\" is there.")
            : output.Refused($"Product {product.Code} version {product.Version} has just been added by somebody else. Look at it and try again.");
    }

    private static bool IsSame(LoanProduct newest, LoanProduct asked) =>
        (asked.Version == 0 || asked.Version == newest.Version)
        && JsonSerializer.Serialize(newest, JournalJson.Options)
            == JsonSerializer.Serialize(asked with { Version = newest.Version }, JournalJson.Options);
}
