using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Lending.Domain;

/// <summary>What a product version has to be like before anybody can borrow under it.</summary>
public static partial class ProductRules
{
    private const long AmountMost = 1_000_000_000_000;

    /// <summary>Empty when all is well; else each input at fault, by the name it has in a product file.</summary>
    public static ImmutableArray<InputInvalid> Check(LoanProduct product)
    {
        var tenures = product.Plan is RepaymentPlan.Payday ? 365 : product.Instalments is { TenureUnit: TenureUnit.Instalments } ? 480 : 120;
        var rules = new InputRules()
            .Must(ProductCode().IsMatch(product.Code), "code", "1 to 40 letters, digits and hyphens")
            .Text(product.Name, 100, "name")
            .Must(Enum.IsDefined(product.Plan), "plan", "Payday, Emi or CreditLine")
            .Must(product.AmountMin.IsPositive, "amountMin", "must be above zero")
            .Must(product.AmountMax.Currency == product.Currency, "amountMax", "must be in the currency of amountMin")
            .Must(product.AmountMax.Minor >= product.AmountMin.Minor, "amountMax", "must not be below amountMin")
            .Must(product.AmountMax.Minor <= AmountMost, "amountMax", "at most ten to the twelfth of the smallest unit")
            .Between(product.TenureMin, 1, tenures, "tenureMin")
            .Between(product.TenureMax, product.TenureMin, tenures, "tenureMax")
            .Between(product.RatePercent, 0m, product.Plan is RepaymentPlan.Payday ? 5m : 100m, "ratePercent")
            .Between(product.LoansPerCustomer ?? 1, 1, 100, "loansPerCustomer")
            .Between(product.DaysToDelinquent, 1, 365, "daysToDelinquent")
            .Between(product.DaysToDue ?? 1, 1, 60, "daysToDue")
            .Between(product.DaysToNpa, product.DaysToDelinquent, 730, "daysToNpa")
            .Must(Enum.IsDefined(product.Rounding), "rounding", "ToEven, AwayFromZero, ToZero, ToNegativeInfinity or ToPositiveInfinity");
        CheckWords(rules, product);
        CheckPenalty(rules, product);
        FeeRules.Check(rules, product);
        LateChargeRules.Check(rules, product);
        ServicingRules.Check(rules, product);
        InstalmentRules.Check(rules, product);
        LineRules.Check(rules, product);
        AccountRules.Check(rules, product);
        if (!rules.Broken.IsEmpty) return rules.Broken;

        rules.Must(!Charges.TakeAll(product.AmountMin, Charges.Of(product, product.AmountMin)), "fees", "take all of the smallest amount");
        if (product.Line?.DrawMin is { } draw)
            rules.Must(!Charges.TakeAll(draw, Charges.OfDraw(product, draw)), "fees", "take all of the smallest draw");
        if (rules.Broken.IsEmpty) ScheduleTrial.Check(rules, product);
        return rules.Broken;
    }

    private static void CheckWords(InputRules rules, LoanProduct product) => rules
        .Must(product.InternalId is null || InternalId().IsMatch(product.InternalId), "internalId", "1 to 60 letters, digits, dots, slashes, underscores and hyphens")
        .Text(product.Category ?? "-", 60, "category")
        .Text(product.Description ?? "-", 200, "description")
        .Text(product.ExtendedDescription ?? "-", 2_000, "extendedDescription");

    private static void CheckPenalty(InputRules rules, LoanProduct product) => rules
        .Between(product.Penalty.DailyPercent, 0m, 5m, "penalty.dailyPercent")
        .Between(product.Penalty.GraceDays, 0, 365, "penalty.graceDays")
        .Must(product.Penalty.Cap is not { } cap || (!cap.IsNegative && cap.Currency == product.Currency), "penalty.cap",
            "not negative, and in the product's currency");

    [GeneratedRegex("^[A-Za-z0-9-]{1,40}$")]
    private static partial Regex ProductCode();

    [GeneratedRegex("^[A-Za-z0-9._/-]{1,60}$")]
    private static partial Regex InternalId();
}
