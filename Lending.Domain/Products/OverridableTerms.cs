using System.Collections.Immutable;
using System.Globalization;

namespace Lending.Domain;

/// <summary>What a term's figure counts: Money is in whole units of the currency.</summary>
public enum TermMeasure { Percent, Money, Days, Instalments, DayOfMonth, Tenure }

/// <summary>
/// One value that a loan may have otherwise than its product: what it is called, how the product has it, how to read and set a loan's own. Null is none.
/// </summary>
public sealed record OverridableTerm(
    OverridableField Field, string Key, string Name, TermMeasure Measure, Func<LoanProduct, decimal?> InProduct, Func<TermOverrides, decimal?> Own,
    Func<TermOverrides, decimal?, TermOverrides> Set)
{
    /// <summary>The figure in words, as "12.5 %" or "5 days".</summary>
    public string Text(decimal? figure, LoanProduct product) => figure is not { } value ? "none" : Measure switch
    {
        TermMeasure.Percent => $"{value.ToString("0.####", CultureInfo.InvariantCulture)} %",
        TermMeasure.Money => AmountText.Text(new Money((long)(value * product.Currency.MinorPerMajor), product.Currency)),
        TermMeasure.Days => $"{Whole(value)} {(value == 1m ? "day" : "days")}",
        TermMeasure.Instalments => $"{Whole(value)} {(value == 1m ? "instalment" : "instalments")}",
        TermMeasure.DayOfMonth => $"day {Whole(value)} of the month",
        TermMeasure.Tenure => Tenures.Text(product, (int)value),
    };

    private static string Whole(decimal value) => value.ToString("0", CultureInfo.InvariantCulture);
}

/// <summary>The values of a product that it lets a loan have otherwise, one by one, in the order in which people decide them (RF-002).</summary>
public static class OverridableTerms
{
    /// <summary>Only those that the product names and has.</summary>
    public static ImmutableArray<OverridableTerm> Of(LoanProduct product) => [.. Every(product).Where(term => product.Overridable.Contains(term.Field))];

    /// <summary>What a loan has otherwise than the product it was made under, both in words. A fee turned from a percentage into a sum is told as such.</summary>
    public static ImmutableArray<OwnTerm> Differing(LoanProduct offered, Loan loan, TermOverrides? own) => own is null ? [] :
    [
        .. Every(offered).Concat(Turned(offered, own)).Where(term => term.Own(own) is not null).Select(term => new OwnTerm(
            term.Key, term.Name, term.Measure is TermMeasure.Tenure ? Tenures.Text(offered, loan.RequestedTenure ?? loan.Tenure) : term.Text(term.InProduct(offered), offered),
            term.Text(term.Own(own), offered))),
    ];

    /// <summary>Charges whose price is of the other kind than the product's.</summary>
    private static IEnumerable<OverridableTerm> Turned(LoanProduct product, TermOverrides own) =>
    [
        .. product.Fees.Where(fee => own.Fees.Any(price => price.Code == fee.Code && price.Percent is null != fee.Percent is null))
            .Select(fee => OfFee(product, fee with { Percent = fee.Percent is null ? 0m : null })),
        .. (product.LateCharges?.Bands ?? []).Where(band => own.LateBands.Any(price => price.Code == band.Name && price.Percent is null != band.Percent is null))
            .Select(band => OfBand(product, band with { Percent = band.Percent is null ? 0m : null })),
    ];

    private static IEnumerable<OverridableTerm> Every(LoanProduct product)
    {
        yield return new(OverridableField.RatePercent, "ratePercent", "Rate", TermMeasure.Percent, p => p.RatePercent, own => own.RatePercent, (own, value) => own with { RatePercent = value });
        yield return new(OverridableField.Tenure, "tenure", "Tenure", TermMeasure.Tenure, _ => null, own => own.Tenure, (own, value) => own with { Tenure = (int?)value });
        foreach (var fee in product.Fees) yield return OfFee(product, fee);
        foreach (var term in OfLate(product)) yield return term;
        if (product.Plan is RepaymentPlan.CreditLine) yield break;
        if (product.Plan is RepaymentPlan.Payday) yield return OfForeclosure();
        else foreach (var term in OfInstalments()) yield return term;
    }

    private static IEnumerable<OverridableTerm> OfInstalments()
    {
        yield return new(OverridableField.FirstDueDate, "dueDay", "Due day", TermMeasure.DayOfMonth, p => p.Instalments?.DueDay, own => own.DueDay, (own, value) => own with { DueDay = (int?)value });
        yield return new(OverridableField.FirstDueDate, "firstDueAfterDays", "First due after at least", TermMeasure.Days,
            p => p.Instalments is { DueDay: not null } terms ? terms.FirstDueAfterDays : null, own => own.FirstDueAfterDays, (own, value) => own with { FirstDueAfterDays = (int?)value });
        yield return new(OverridableField.InstalmentGrace, "gracePrincipal", "First instalments of interest only", TermMeasure.Instalments,
            p => p.Instalments?.GracePrincipal ?? 0, own => own.GracePrincipal, (own, value) => own with { GracePrincipal = (int?)value });
        yield return new(OverridableField.InstalmentGrace, "graceInterestPayment", "First instalments that pay no interest", TermMeasure.Instalments,
            p => p.Instalments?.GraceInterestPayment ?? 0, own => own.GraceInterestPayment, (own, value) => own with { GraceInterestPayment = (int?)value });
        yield return new(OverridableField.InstalmentGrace, "interestFree", "First instalments free of interest", TermMeasure.Instalments,
            p => p.Instalments?.InterestFree ?? 0, own => own.InterestFree, (own, value) => own with { InterestFree = (int?)value });
        yield return new(OverridableField.Prepayment, "partPrepaymentPercent", "Charge for paying a part early", TermMeasure.Percent,
            p => p.Prepayment?.PartPercent ?? 0m, own => own.PartPrepaymentPercent, (own, value) => own with { PartPrepaymentPercent = value });
        yield return OfForeclosure();
    }

    private static OverridableTerm OfForeclosure() => new(OverridableField.Prepayment, "foreclosurePercent", "Charge for closing early", TermMeasure.Percent,
        p => p.Prepayment?.ForeclosurePercent ?? 0m, own => own.ForeclosurePercent, (own, value) => own with { ForeclosurePercent = value });

    private static IEnumerable<OverridableTerm> OfLate(LoanProduct product)
    {
        var late = product.LateCharges;
        if (late is null || late.Percent is not null)
            yield return new(OverridableField.LateCharges, "latePercent", late is null ? "Penalty a day" : "Late charge", TermMeasure.Percent,
                p => p.LateCharges is null ? p.Penalty.DailyPercent : p.LateCharges.Percent, own => own.LatePercent, (own, value) => own with { LatePercent = value });
        if (late?.Fixed is not null)
            yield return new(OverridableField.LateCharges, "lateFixed", "Late charge", TermMeasure.Money,
                p => p.LateCharges?.Fixed?.Major, own => own.LateFixed?.Major, (own, value) => own with { LateFixed = MoneyOf(value, product) });
        foreach (var band in late?.Bands ?? []) yield return OfBand(product, band);
        yield return new(OverridableField.LateCharges, "lateCap", "Late charges in all at most", TermMeasure.Money,
            p => (p.LateCharges is { } terms ? terms.Cap : p.Penalty.Cap)?.Major, own => own.LateCap?.Major, (own, value) => own with { LateCap = MoneyOf(value, product) });
        yield return new(OverridableField.GraceDays, "graceDays", "Days late without a charge", TermMeasure.Days,
            p => p.LateCharges?.GraceDays ?? p.Penalty.GraceDays, own => own.GraceDays, (own, value) => own with { GraceDays = (int?)value });
    }

    private static OverridableTerm OfBand(LoanProduct product, LateBand band) => OfCharge(
        product, OverridableField.LateCharges, $"lateBands.{band.Name}", $"Late charge “{band.Name}”", band.Name, band.Percent is not null,
        p => p.LateCharges?.Bands.FirstOrDefault(each => each.Name == band.Name) is { } priced ? (priced.Percent, priced.Fixed) : (null, null),
        own => own.LateBands, (own, prices) => own with { LateBands = prices });

    private static OverridableTerm OfFee(LoanProduct product, FeeTerms fee) => OfCharge(product, OverridableField.Fees, $"fees.{fee.Code}", fee.Name, fee.Code, fee.Percent is not null,
        p => p.Fees.FirstOrDefault(each => each.Code == fee.Code) is { } priced ? (priced.Percent, priced.Fixed) : (null, null),
        own => own.Fees, (own, prices) => own with { Fees = prices });

    /// <summary>A percentage stays one and a sum stays one here; a request may also put one in place of the other.</summary>
    private static OverridableTerm OfCharge(
        LoanProduct product, OverridableField field, string key, string name, string code, bool isPercent, Func<LoanProduct, (decimal? Percent, Money? Fixed)> inProduct,
        Func<TermOverrides, ImmutableArray<ChargeOverride>> prices, Func<TermOverrides, ImmutableArray<ChargeOverride>, TermOverrides> with) => new(
        field, key, name, isPercent ? TermMeasure.Percent : TermMeasure.Money,
        p => isPercent ? inProduct(p).Percent : inProduct(p).Fixed?.Major,
        own => prices(own).FirstOrDefault(price => price.Code == code) is { } price ? isPercent ? price.Percent : price.Fixed?.Major : null,
        (own, value) =>
        {
            var others = prices(own).RemoveAll(price => price.Code == code);
            if (value is null) return with(own, others);
            return with(own, others.Add(isPercent ? new(code, value, null) : new(code, null, MoneyOf(value, product))));
        });

    private static Money? MoneyOf(decimal? value, LoanProduct product) => value is { } major ? new Money((long)(major * product.Currency.MinorPerMajor), product.Currency) : null;
}

/// <summary>A term that a loan has otherwise than its product, in words.</summary>
public sealed record OwnTerm(string Key, string Name, string InProduct, string OfLoan);
