namespace Lending.Domain;

/// <summary>
/// Whether a loan may have terms of its own: each must be one that the product names, and the product as it would be for this loan must be a
/// product that could be admitted (RF-002, GAP-12).
/// </summary>
public static class OverrideRules
{
    /// <summary>Null when the loan can have them. Tenure is the one without an override.</summary>
    public static Refusal? Check(LoanProduct product, TermOverrides own, Money amount, int tenure)
    {
        foreach (var (field, at, isSet) in Named(own))
            if (isSet && !product.Overridable.Contains(field)) return new OverrideNotAllowed(at);
        if (UnknownIn(product, own) is { } unknown) return unknown;

        tenure = own.Tenure ?? tenure;
        if (tenure < product.TenureMin || tenure > product.TenureMax)
            return new OverrideInvalid("tenure", $"must be {product.TenureMin} to {product.TenureMax} {Tenures.UnitOf(product).Many}");

        // The edges of the product are not this loan's: it has one amount and one tenure.
        var narrowed = OverriddenProduct.Of(product, own) with { AmountMin = amount, AmountMax = amount, TenureMin = tenure, TenureMax = tenure };
        return ProductRules.Check(narrowed) is [var fault, ..] ? new OverrideInvalid(NameOf(product, fault.Input), fault.Problem) : null;
    }

    private static (OverridableField Field, string At, bool IsSet)[] Named(TermOverrides own) =>
    [
        (OverridableField.RatePercent, "ratePercent", own.RatePercent is not null),
        (OverridableField.Tenure, "tenure", own.Tenure is not null),
        (OverridableField.Fees, "fees", !own.Fees.IsEmpty),
        (OverridableField.LateCharges, "latePercent", own.LatePercent is not null),
        (OverridableField.LateCharges, "lateFixed", own.LateFixed is not null),
        (OverridableField.LateCharges, "lateCap", own.LateCap is not null),
        (OverridableField.LateCharges, "lateBands", !own.LateBands.IsEmpty),
        (OverridableField.GraceDays, "graceDays", own.GraceDays is not null),
        (OverridableField.InstalmentGrace, "gracePrincipal", own.GracePrincipal is not null),
        (OverridableField.InstalmentGrace, "graceInterestPayment", own.GraceInterestPayment is not null),
        (OverridableField.InstalmentGrace, "interestFree", own.InterestFree is not null),
        (OverridableField.FirstDueDate, "dueDay", own.DueDay is not null),
        (OverridableField.FirstDueDate, "firstDueAfterDays", own.FirstDueAfterDays is not null),
        (OverridableField.Prepayment, "partPrepaymentPercent", own.PartPrepaymentPercent is not null),
        (OverridableField.Prepayment, "foreclosurePercent", own.ForeclosurePercent is not null),
    ];

    /// <summary>What the product does not have cannot be had otherwise: no fee, band or kind of charge is added.</summary>
    private static OverrideInvalid? UnknownIn(LoanProduct product, TermOverrides own)
    {
        var late = product.LateCharges;
        foreach (var price in own.Fees)
            if (price is null || !product.Fees.Any(fee => fee.Code == price.Code)) return new OverrideInvalid("fees", "must name a fee of the product");
        foreach (var price in own.LateBands)
            if (price is null || late is null || !late.Bands.Any(band => band.Name == price.Code)) return new OverrideInvalid("lateBands", "must name a band of the product");
        if (own.Fees.Select(price => price.Code).Distinct(StringComparer.Ordinal).Count() != own.Fees.Length) return new OverrideInvalid("fees", "must name each fee once");
        if (own.LateFixed is not null && late?.Fixed is null) return new OverrideInvalid("lateFixed", "is there only where the product charges a fixed sum");
        if (own.LatePercent is not null && late is { Percent: null }) return new OverrideInvalid("latePercent", "is there only where the product charges a percentage");
        var onInstalments = (own.GracePrincipal ?? own.GraceInterestPayment ?? own.InterestFree ?? own.DueDay ?? own.FirstDueAfterDays) is not null;
        return onInstalments && product.Plan is RepaymentPlan.Payday ? new OverrideInvalid("dueDay", "is there only for instalments") : null;
    }

    /// <summary>The override that a setting of the product stands for.</summary>
    private static string NameOf(LoanProduct product, string setting) => setting switch
    {
        "ratePercent" => "ratePercent",
        "penalty.dailyPercent" or "lateCharges.percent" => "latePercent",
        "penalty.cap" or "lateCharges.cap" => "lateCap",
        "penalty.graceDays" or "lateCharges.graceDays" => "graceDays",
        "lateCharges.fixed" => "lateFixed",
        "prepayment.partPercent" => "partPrepaymentPercent",
        "prepayment.foreclosurePercent" => "foreclosurePercent",
        _ when setting.StartsWith("fees", StringComparison.Ordinal) => "fees",
        _ when setting.StartsWith("lateCharges.bands", StringComparison.Ordinal) => "lateBands",
        _ when setting.StartsWith("instalments.", StringComparison.Ordinal) => setting["instalments.".Length..],
        _ => product.Plan is RepaymentPlan.Payday ? "tenure" : "ratePercent",
    };
}

/// <summary>The product does not name it among what a loan may have otherwise.</summary>
public sealed record OverrideNotAllowed(string At)
    : Refusal(RefusalKind.Unprocessable, "override_not_allowed", "The product does not let a loan have this otherwise.", $"overrides.{At}");

/// <summary>With this value the product could not be admitted, or the product has no such thing.</summary>
public sealed record OverrideInvalid(string At, string Rule) : Refusal(RefusalKind.Unprocessable, "override_invalid", $"{At} {Rule}.", $"overrides.{At}");
