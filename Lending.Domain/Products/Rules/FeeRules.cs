using System.Globalization;
using System.Text.RegularExpressions;

namespace Lending.Domain;

/// <summary>Fees and the coupons that lower them.</summary>
internal static partial class FeeRules
{
    public static void Check(InputRules rules, LoanProduct product)
    {
        rules.Must(!product.Fees.IsDefault && product.Fees.Length <= 20 && !product.Fees.Any(static fee => fee is null), "fees", "a list of at most 20; write [] for none");
        if (product.Fees.IsDefault || product.Fees.Any(static fee => fee is null)) return;
        rules.Must(product.Fees.Select(fee => fee.Code).Distinct(StringComparer.Ordinal).Count() == product.Fees.Length, "fees", "each code once");
        foreach (var (index, fee) in product.Fees.Index()) CheckFee(rules, product, fee, $"fees[{index.ToString(CultureInfo.InvariantCulture)}]");
        CheckCoupons(rules, product);
    }

    private static void CheckFee(InputRules rules, LoanProduct product, FeeTerms fee, string at) => rules
        .Must(fee.Code is not null && FeeCode().IsMatch(fee.Code) && fee.Code != Charges.UpfrontInterest, $"{at}.code", "lower-case letters, digits and underscores")
        .Text(fee.Name, 60, $"{at}.name")
        .Must(fee.Percent is null != fee.Fixed is null, at, "either percent or fixed")
        .Between(fee.Percent ?? 0m, 0m, 100m, $"{at}.percent")
        .Must(fee.Fixed is not { } sum || (!sum.IsNegative && sum.Currency == product.Currency), $"{at}.fixed", "not negative, and in the product's currency")
        .Between(fee.GstPercent, 0m, 100m, $"{at}.gstPercent")
        .Between(fee.TdsPercent, 0m, 30m, $"{at}.tdsPercent")
        .Must(!fee.TdsBooked || fee.TdsPercent > 0, $"{at}.tdsBooked", "only with a tdsPercent")
        .Must(!fee.TdsBooked || fee.When is FeeTime.Payout, $"{at}.tdsBooked", "only of a fee that is taken at payout; TDS on others is settled outside the loan")
        .Must(Enum.IsDefined(fee.When), $"{at}.when", "Payout, EachInstalment, OnDay or EachDraw")
        .Must(fee.When is FeeTime.EachDraw == product.Plan is RepaymentPlan.CreditLine, $"{at}.when", "a credit line has fees with each draw, and only it has")
        .Must(fee.When is FeeTime.Payout or FeeTime.EachDraw || product.Plan is RepaymentPlan.Emi, $"{at}.when", "a payday loan has fees at payout only")
        .Must(Enum.IsDefined(fee.Base), $"{at}.base", "Amount, Principal, Interest or PrincipalAndInterest")
        .Must(fee.Base is FeeBase.Amount || (fee.When is FeeTime.EachInstalment && fee.Percent is not null), $"{at}.base",
            "only a percentage with each instalment is counted on parts of it")
        .Between(fee.DaysAfterPayout, 0, fee.When is FeeTime.OnDay ? 3_650 : 0, $"{at}.daysAfterPayout");

    private static void CheckCoupons(InputRules rules, LoanProduct product)
    {
        rules.Must(!product.Coupons.IsDefault && product.Coupons.Length <= 50 && !product.Coupons.Any(static coupon => coupon is null), "coupons", "a list of at most 50");
        if (product.Coupons.IsDefault || product.Coupons.Any(static coupon => coupon is null)) return;
        rules.Must(product.Coupons.Select(coupon => coupon.Code).Distinct(StringComparer.OrdinalIgnoreCase).Count() == product.Coupons.Length, "coupons", "each code once");
        foreach (var (index, coupon) in product.Coupons.Index())
        {
            var at = $"coupons[{index.ToString(CultureInfo.InvariantCulture)}]";
            rules.Must(coupon.Code is not null && CouponCode().IsMatch(coupon.Code), $"{at}.code", "3 to 20 capital letters and digits")
                .Must(product.Fees.Any(fee => fee.Code == coupon.FeeCode && fee.When is FeeTime.Payout), $"{at}.feeCode", "the code of a fee that is taken at payout")
                .Must(coupon.Percent is null != coupon.Fixed is null, at, "either percent or fixed")
                .Between(coupon.Percent ?? 1m, 0.01m, 100m, $"{at}.percent")
                .Must(coupon.Fixed is not { } sum || (sum.IsPositive && sum.Currency == product.Currency), $"{at}.fixed", "above zero, and in the product's currency")
                .Must(coupon.Most is not { } most || (coupon.Percent is not null && most.IsPositive && most.Currency == product.Currency), $"{at}.most",
                    "above zero, in the product's currency, and only with a percentage")
                .Must(coupon is not { ValidFrom: { } from, ValidThrough: { } through } || through >= from, $"{at}.validThrough", "not before validFrom");
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{0,39}$")]
    private static partial Regex FeeCode();

    [GeneratedRegex("^[A-Z0-9]{3,20}$")]
    private static partial Regex CouponCode();
}
