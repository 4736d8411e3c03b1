using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Lending.Domain;

/// <summary>What a product version has to be like before anybody can borrow under it.</summary>
public static partial class ProductRules
{
    /// <summary>Empty when all is well; else each input at fault, by the name it has in a product file.</summary>
    public static ImmutableArray<InputInvalid> Check(LoanProduct product)
    {
        var tenures = product.Plan is RepaymentPlan.Payday ? 365 : 120;
        var rules = new InputRules()
            .Must(ProductCode().IsMatch(product.Code), "code", "1 to 40 letters, digits and hyphens")
            .Text(product.Name, 100, "name")
            .Must(Enum.IsDefined(product.Plan), "plan", "Payday or Emi")
            .Must(product.AmountMin.IsPositive, "amountMin", "must be above zero")
            .Must(product.AmountMax.Currency == product.Currency, "amountMax", "must be in the currency of amountMin")
            .Must(product.AmountMax.Minor >= product.AmountMin.Minor, "amountMax", "must not be below amountMin")
            .Between(product.TenureMin, 1, tenures, "tenureMin")
            .Between(product.TenureMax, product.TenureMin, tenures, "tenureMax")
            .Between(product.RatePercent, 0m, product.Plan is RepaymentPlan.Payday ? 5m : 100m, "ratePercent")
            .Between(product.DaysToDelinquent, 1, 365, "daysToDelinquent")
            .Between(product.DaysToNpa, product.DaysToDelinquent, 730, "daysToNpa")
            .Must(Enum.IsDefined(product.Rounding), "rounding", "ToEven, AwayFromZero, ToZero, ToNegativeInfinity or ToPositiveInfinity");
        CheckFees(rules, product);
        CheckPenalty(rules, product);
        if (rules.Broken.IsEmpty)
            rules.Must(Charges.NetOf(product.AmountMin, Charges.Of(product, product.AmountMin)).IsPositive, "fees", "take all of the smallest amount");
        return rules.Broken;
    }

    private static void CheckFees(InputRules rules, LoanProduct product)
    {
        rules.Must(!product.Fees.IsDefault && product.Fees.Length <= 20, "fees", "a list of at most 20; write [] for none");
        if (product.Fees.IsDefault) return;
        rules.Must(product.Fees.Select(fee => fee.Code).Distinct(StringComparer.Ordinal).Count() == product.Fees.Length, "fees", "each code once");
        foreach (var (index, fee) in product.Fees.Index())
        {
            var at = $"fees[{index.ToString(CultureInfo.InvariantCulture)}]";
            rules.Must(fee.Code is not null && FeeCode().IsMatch(fee.Code), $"{at}.code", "lower-case letters, digits and underscores")
                .Text(fee.Name, 60, $"{at}.name")
                .Must(fee.Percent is null != fee.Fixed is null, at, "either percent or fixed")
                .Between(fee.Percent ?? 0m, 0m, 100m, $"{at}.percent")
                .Must(fee.Fixed is not { } sum || (!sum.IsNegative && sum.Currency == product.Currency), $"{at}.fixed", "not negative, and in the product's currency")
                .Between(fee.GstPercent, 0m, 100m, $"{at}.gstPercent");
        }
    }

    private static void CheckPenalty(InputRules rules, LoanProduct product) => rules
        .Between(product.Penalty.DailyPercent, 0m, 5m, "penalty.dailyPercent")
        .Between(product.Penalty.GraceDays, 0, 365, "penalty.graceDays")
        .Must(product.Penalty.Cap is not { } cap || (!cap.IsNegative && cap.Currency == product.Currency), "penalty.cap",
            "not negative, and in the product's currency");

    [GeneratedRegex("^[A-Za-z0-9-]{1,40}$")]
    private static partial Regex ProductCode();

    [GeneratedRegex("^[a-z][a-z0-9_]{0,39}$")]
    private static partial Regex FeeCode();
}
