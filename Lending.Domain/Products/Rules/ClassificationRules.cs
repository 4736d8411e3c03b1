using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Lending.Domain;

/// <summary>What a Brand's penalty classifications are like, and how the late charges of a product are made of them (UBU-055 to UBU-057).</summary>
public static partial class ClassificationRules
{
    public const int CodesMax = 200;

    private const int DaysMax = 3_650;

    /// <summary>Empty when the classification can be added.</summary>
    public static ImmutableArray<InputInvalid> Check(PenaltyClassification asked) => new InputRules()
        .Must(asked.Code is not null && Form().IsMatch(asked.Code), "code", "1 to 40 letters, digits and hyphens")
        .Text(asked.Name, 60, "name")
        .Between(asked.FromDpd, 1, DaysMax, "fromDpd")
        .Between(asked.ToDpd ?? DaysMax, asked.FromDpd, DaysMax, "toDpd")
        .Must(asked.Percent is null != asked.Fixed is null, "percent", "either a percentage or a sum")
        .Between(asked.Percent ?? 0m, 0m, 36m, "percent")
        .Must(asked.Percent is not { } percent || decimal.Round(percent, 4) == percent, "percent", "at most four decimals")
        .Must(asked.Fixed is not { } sum || (!sum.IsNegative && sum.Minor <= 1_000_000_000_000 && sum.Currency == asked.Currency), "fixed", "not negative, and in its currency").Broken;

    /// <summary>
    /// The product with the bands of the classifications it refers to, as they are in force now, the earliest first. One that is not in force leaves no band;
    /// a product without references is as it was.
    /// </summary>
    public static LoanProduct Fill(LoanProduct product, IReadOnlyList<PenaltyClassification> inForce) =>
        product.LateCharges is not { Classifications: { IsDefaultOrEmpty: false } codes } late ? product
        : product with { LateCharges = late with { Bands = [.. codes.Select(code => Find(inForce, code)).OfType<PenaltyClassification>().OrderBy(each => each.FromDpd).Select(each => each.Band)] } };

    /// <summary>What is wrong with the classifications a product refers to, beside the catalogue as it is in force now.</summary>
    public static ImmutableArray<InputInvalid> Check(LoanProduct product, IReadOnlyList<PenaltyClassification> inForce)
    {
        var rules = new InputRules();
        if (product.LateCharges is not { Classifications: { IsDefaultOrEmpty: false } codes } late) return [];
        foreach (var (index, code) in codes.Index())
        {
            var at = $"lateCharges.classifications[{index.ToString(CultureInfo.InvariantCulture)}]";
            if (Find(inForce, code) is not { } found) rules.Must(false, at, "no classification of this code is in force");
            else
                rules.Must(found.Currency == product.Currency, at, $"it is in {found.Currency.Code}, the product is not")
                    .Must(late.Bands.FirstOrDefault(band => band.Classification == code) is not { } band || band.ClassificationVersion == found.Version, at,
                        $"version {found.Version.ToString(CultureInfo.InvariantCulture)} of it is in force now; add a version of the product");
        }

        return rules.Broken;
    }

    /// <summary>What is wrong with the references by themselves: the form, not the Brand's catalogue.</summary>
    internal static void Check(InputRules rules, LateChargeTerms late)
    {
        if (late.Classifications.IsDefaultOrEmpty)
        {
            rules.Must(!late.Bands.Any(static band => band.Classification is not null || band.ClassificationVersion is not null), "lateCharges.bands", "name the classification under classifications");
            return;
        }

        var named = late.Bands.Select(static band => band.Classification).Order(StringComparer.Ordinal);
        rules.Must(late.Classifications.Distinct(StringComparer.Ordinal).Count() == late.Classifications.Length, "lateCharges.classifications", "each of them once")
            .Must(named.SequenceEqual(late.Classifications.Order(StringComparer.Ordinal), StringComparer.Ordinal), "lateCharges.classifications", "each of them in force; their bands are filled in")
            .Must(late.Bands.Select(static band => band.Name).Distinct(StringComparer.Ordinal).Count() == late.Bands.Length, "lateCharges.classifications", "each of another name");
        for (var i = 1; i < late.Bands.Length; i++)
            rules.Must(late.Bands[i - 1].ToDpd is { } end && end < late.Bands[i].FromDpd, "lateCharges.classifications", $"no two of them for the same days: {late.Bands[i - 1].Name} and {late.Bands[i].Name}");
    }

    private static PenaltyClassification? Find(IReadOnlyList<PenaltyClassification> inForce, string code) => inForce.FirstOrDefault(each => each.Code == code);

    [GeneratedRegex("^[A-Za-z0-9-]{1,40}$")]
    private static partial Regex Form();
}
