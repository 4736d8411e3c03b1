using System.Globalization;
using Lending.Domain.Engine;

namespace Lending.Domain;

/// <summary>Payment order, money beyond what is due, paying early, overrides and provision.</summary>
internal static class ServicingRules
{
    public static void Check(InputRules rules, LoanProduct product)
    {
        CheckWaterfall(rules, product.Waterfall, "waterfall");
        if (product.GoodwillWaterfall is { } goodwill) CheckWaterfall(rules, goodwill, "goodwillWaterfall");
        rules.Must(Enum.IsDefined(product.Excess), "excess", "HoldAsAdvance, ReduceInstalment, ReduceTenure, PayInstalments or PayLastInstalments")
            .Must(product.Excess is not ExcessMoney.HoldAsAdvance || product.Instalments is not { InterestOn: InterestOn.RealBalance }, "excess",
                "interest on the real balance lets no money wait: ReduceInstalment, ReduceTenure or PayInstalments")
            .Must(product.Excess is not ExcessMoney.PayInstalments || product is { Instalments: { InterestOn: InterestOn.RealBalance, Rest: InterestRest.Daily }, Prepayment: null }, "excess",
                "paying instalments to come needs interest on the real balance with a Daily rest, and no charge for paying early")
            .Must(product.Excess is ExcessMoney.HoldAsAdvance || product.Plan is RepaymentPlan.Emi, "excess", "a payday loan takes all money at once; leave it at HoldAsAdvance")
            .Must(product.Excess is ExcessMoney.HoldAsAdvance || product.Instalments is not { Unit: RepayUnit.AgreedDays } and not { QuarterOfMonth: true }, "excess",
                "agreed days and quarters of a month are not planned anew; leave it at HoldAsAdvance")
            .Must(!product.Overridable.IsDefault && product.Overridable.All(Enum.IsDefined) && product.Overridable.Distinct().Count() == product.Overridable.Length,
                "overridable", "RatePercent, Tenure, Fees, LateCharges, GraceDays, FirstDueDate, Prepayment, InstalmentGrace or MinimumPercent, each once; structure is never overridden")
            .Must(product.Overridable.IsDefault || !product.Overridable.Contains(OverridableField.MinimumPercent) || product.Plan is RepaymentPlan.CreditLine, "overridable", "only a credit line has a MinimumPercent");
        if (product.Excess is ExcessMoney.PayLastInstalments && RestOfLoan.KeepsItsEnd(product) is { } why) rules.Must(false, "excess", why);
        if (product.Prepayment is { } prepayment)
            rules.Between(prepayment.PartPercent, 0m, 10m, "prepayment.partPercent")
                .Between(prepayment.ForeclosurePercent, 0m, 10m, "prepayment.foreclosurePercent")
                .Between(prepayment.GstPercent, 0m, 100m, "prepayment.gstPercent")
                .Between(prepayment.FreeAfterInstalments ?? 0, 0, TermsCheck.InstallmentsMax, "prepayment.freeAfterInstalments");
        CheckProvision(rules, product);
    }

    private static void CheckWaterfall(InputRules rules, Waterfall waterfall, string at)
    {
        rules.Must(Enum.IsDefined(waterfall.Direction), $"{at}.direction", "Horizontal or Vertical");
        if (waterfall.Steps is not { } steps)
        {
            var order = waterfall.Order;
            rules.Must(order.Length == Enum.GetValues<DebtKind>().Length && order.Distinct().Count() == order.Length && order.All(Enum.IsDefined), $"{at}.order",
                "Penalty, Fee, Interest and Principal, each once");
            return;
        }

        var kinds = Enum.GetValues<DebtKind>().Length;
        rules.Must(waterfall.Order.IsEmpty, $"{at}.order", "the steps name the order; leave it out")
            .Must(!steps.IsDefault && steps.Length == kinds * Enum.GetValues<DueKind>().Length && steps.Distinct().Count() == steps.Length
                    && steps.All(static step => Enum.IsDefined(step.When) && Enum.IsDefined(step.What)), $"{at}.steps",
                "PastDue, Due and InAdvance, each with Penalty, Fee, Interest and Principal, each once")
            .Must(steps.IsDefault || steps.TakeLast(kinds).All(static step => step.When is DueKind.InAdvance), $"{at}.steps",
                "what is in advance comes last; what money beyond what is due does is said by excess");
    }

    private static void CheckProvision(InputRules rules, LoanProduct product)
    {
        rules.Must(!product.Provision.IsDefault && product.Provision.Length <= 20 && !product.Provision.Any(static band => band is null), "provision", "a list of at most 20");
        if (product.Provision.IsDefault || product.Provision.Any(static band => band is null)) return;
        foreach (var (index, band) in product.Provision.Index())
        {
            var at = $"provision[{index.ToString(CultureInfo.InvariantCulture)}]";
            var before = index == 0 ? null : product.Provision[index - 1];
            rules.Between(band.FromDpd, (before?.FromDpd ?? -1) + 1, 3_650, $"{at}.fromDpd")
                .Between(band.Percent, before?.Percent ?? 0m, 100m, $"{at}.percent");
        }
    }
}
