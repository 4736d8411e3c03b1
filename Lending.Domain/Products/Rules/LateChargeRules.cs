using System.Globalization;

namespace Lending.Domain;

/// <summary>Charges for being late: one engine, and the product picks which of them (GAP-16).</summary>
internal static class LateChargeRules
{
    public static void Check(InputRules rules, LoanProduct product)
    {
        if (product.LateCharges is not { } late) return;
        var bands = late.Bands.IsDefault ? 0 : late.Bands.Length;
        var isBanded = bands > 0 || !late.Classifications.IsDefaultOrEmpty;
        var ways = (late.Percent is null ? 0 : 1) + (late.Fixed is null ? 0 : 1) + (isBanded ? 1 : 0);
        var daily = late.Frequency is LateChargeFrequency.Daily;
        rules.Must(product.Penalty is { DailyPercent: 0m, Cap: null, GraceDays: 0 }, "lateCharges", "instead of a penalty: set penalty to 0 % without cap and grace")
            .Must(ways == 1, "lateCharges", "one of percent, fixed, bands or classifications")
            .Between(late.Percent ?? 1m, 0.0001m, daily ? 5m : 36m, "lateCharges.percent")
            .Must(late.Fixed is not { } sum || (sum.IsPositive && sum.Currency == product.Currency), "lateCharges.fixed", "above zero, and in the product's currency")
            .Must(Enum.IsDefined(late.Frequency), "lateCharges.frequency", "Daily, Weekly or Monthly")
            .Must(bands == 0 || daily, "lateCharges.frequency", "bands are charged once each; leave it at Daily")
            .Must(Enum.IsDefined(late.Base), "lateCharges.base", "Principal, PrincipalAndInterest or PrincipalInterestAndFees")
            .Must(late.Base is LateChargeBase.PrincipalAndInterest || late.Fixed is null, "lateCharges.base", "counts only for a percentage")
            .Must(!late.Compound || late.Percent is not null, "lateCharges.compound", "only for a percentage")
            .Must(Enum.IsDefined(late.CompoundEvery), "lateCharges.compoundEvery", "Daily, Weekly, Monthly or Instalment")
            .Must(late.Compound || late.CompoundEvery is LateCompounding.Daily, "lateCharges.compoundEvery", "counts only where charges compound")
            .Must(!late.Compound || !IsOftener(late.CompoundEvery, late.Frequency), "lateCharges.compoundEvery", "not more often than the charge is made")
            .Must(late.CompoundEvery is LateCompounding.Daily || !late.ByHand, "lateCharges.compoundEvery", "charges made by hand compound with each of them; Daily")
            .Must(late.CompoundEvery is not LateCompounding.Instalment || product.Plan is RepaymentPlan.Emi, "lateCharges.compoundEvery", "only a loan of instalments has a next one")
            .Must(late.Cap is not { } cap || (cap.IsPositive && cap.Currency == product.Currency), "lateCharges.cap", "above zero, and in the product's currency")
            .Between(late.GraceDays, 0, 365, "lateCharges.graceDays")
            .Must(!late.ChargesGraceAfterwards || (late.GraceDays > 0 && daily && bands == 0), "lateCharges.chargesGraceAfterwards",
                "only with days of grace and a daily charge")
            .Must(bands <= 20, "lateCharges.bands", "at most 20");
        if (bands > 0 && late.Bands.Any(static band => band is null))
        {
            rules.Must(false, "lateCharges.bands", "no empty band");
            return;
        }

        rules.Must(!late.Classifications.IsDefault && late.Classifications.Length <= 20 && !late.Classifications.Any(static code => code is null), "lateCharges.classifications", "a list of at most 20");
        if (late.Classifications.IsDefault || late.Bands.IsDefault) return;
        ClassificationRules.Check(rules, late);
        for (var i = 0; i < bands; i++) CheckBand(rules, product, late.Bands[i], i == 0 ? 0 : late.Bands[i - 1].ToDpd ?? late.Bands[i - 1].FromDpd, i);
    }

    private static bool IsOftener(LateCompounding compounding, LateChargeFrequency charge) => (compounding, charge) switch
    {
        (LateCompounding.Daily, not LateChargeFrequency.Daily) or (LateCompounding.Weekly, LateChargeFrequency.Monthly) => true,
        _ => false,
    };

    private static void CheckBand(InputRules rules, LoanProduct product, LateBand band, int before, int index)
    {
        var at = $"lateCharges.bands[{index.ToString(CultureInfo.InvariantCulture)}]";
        rules.Text(band.Name, 60, $"{at}.name")
            .Between(band.FromDpd, before + 1, 3_650, $"{at}.fromDpd")
            .Between(band.ToDpd ?? 3_650, band.FromDpd, 3_650, $"{at}.toDpd")
            .Must(band.Percent is null != band.Fixed is null, at, "either percent or fixed")
            .Between(band.Percent ?? 0m, 0m, 36m, $"{at}.percent")
            .Must(band.Fixed is not { } sum || (!sum.IsNegative && sum.Currency == product.Currency), $"{at}.fixed", "not negative, and in the product's currency");
    }
}
