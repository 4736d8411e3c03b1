using System.Globalization;
using Lending.Domain.Engine;

namespace Lending.Domain;

/// <summary>The terms of instalment loans: each setting in bounds. What goes with what is in <see cref="InstalmentFit"/>.</summary>
internal static class InstalmentRules
{
    private const string At = "instalments";

    public static void Check(InputRules rules, LoanProduct product)
    {
        if (product.Instalments is not { } terms) return;
        rules.Must(product.Plan is RepaymentPlan.Emi, At, "only for a product that is repaid in instalments (plan Emi)")
            .Must(Enum.IsDefined(terms.Unit), $"{At}.unit", "Days, Weeks, Months, SemiMonths or AgreedDays")
            .Must(Enum.IsDefined(terms.TenureUnit), $"{At}.tenureUnit", "Months or Instalments")
            .Must(Enum.IsDefined(terms.Method), $"{At}.method", "Level, EqualPrincipal, Flat, InterestOnly or Balloon")
            .Must(Enum.IsDefined(terms.Rules), $"{At}.rules", "Progressive or Cumulative")
            .Must(Enum.IsDefined(terms.Interest), $"{At}.interest", "Daily or SameAsRepaymentPeriod")
            .Must(Enum.IsDefined(terms.DaysInYear), $"{At}.daysInYear", "Actual, Days360, Days364 or Days365")
            .Must(Enum.IsDefined(terms.DaysInMonth), $"{At}.daysInMonth", "Actual or Days30")
            .Must(Enum.IsDefined(terms.RestGoesTo), $"{At}.restGoesTo", "Last, Spread or First")
            .Must(Enum.IsDefined(terms.BrokenPeriod), $"{At}.brokenPeriod", "ByDays, Upfront or Spread")
            .Must(Enum.IsDefined(terms.MonthEnd), $"{At}.monthEnd", "LastDayOfMonth or FirstDayOfNextMonth")
            .Must(Enum.IsDefined(terms.Holidays), $"{At}.holidays", "KeepDueDate or MoveDueDate")
            .Between(terms.Every, 1, EveryMax(terms.Unit), $"{At}.every")
            .Between(terms.BalloonPercent, terms.Method is RepayMethod.Balloon ? 1m : 0m, terms.Method is RepayMethod.Balloon ? 95m : 0m, $"{At}.balloonPercent")
            .Between(terms.MultipleOf, 0, 1_000_000, $"{At}.multipleOf")
            .Between(terms.DueDay ?? 1, 1, 31, $"{At}.dueDay")
            .Between(terms.FirstDueAfterDays, 0, 90, $"{At}.firstDueAfterDays")
            .Between(terms.DownPaymentPercent ?? 1m, 0.01m, 90m, $"{At}.downPaymentPercent");
        CheckDays(rules, product, terms);
        CheckTenure(rules, product, terms);
        if (!rules.Broken.IsEmpty) return;

        var fewest = Tenures.InstalmentsOf(product, product.TenureMin);
        rules.Between(terms.GracePrincipal, 0, fewest - 1, $"{At}.gracePrincipal")
            .Between(terms.GraceInterestPayment, 0, fewest - 1, $"{At}.graceInterestPayment")
            .Between(terms.InterestFree, 0, fewest - 1, $"{At}.interestFree");
        InstalmentFit.Check(rules, terms);
    }

    private static int EveryMax(RepayUnit unit) => unit switch { RepayUnit.Days => 366, RepayUnit.Weeks => 52, RepayUnit.Months => 12, _ => 1 };

    private static void CheckDays(InputRules rules, LoanProduct product, InstalmentTerms terms)
    {
        var half = terms.SemiMonthlyDays;
        rules.Must(terms.Unit is RepayUnit.SemiMonths ? !half.IsDefault && half is [>= 1 and <= 27, <= 31] && half[1] > half[0] : half.IsDefaultOrEmpty, $"{At}.semiMonthlyDays",
            terms.Unit is RepayUnit.SemiMonths ? "two days, the first 1 to 27, the second after it and at most 31" : "only for SemiMonths");
        var agreed = terms.DaysAfterPayout;
        if (terms.Unit is not RepayUnit.AgreedDays)
        {
            rules.Must(agreed.IsDefaultOrEmpty, $"{At}.daysAfterPayout", "only for AgreedDays");
            return;
        }

        rules.Must(!agreed.IsDefaultOrEmpty && agreed.Length <= TermsCheck.InstallmentsMax, $"{At}.daysAfterPayout", "1 to 480 days");
        if (agreed.IsDefaultOrEmpty) return;
        rules.Must(agreed[0] >= 1 && agreed[^1] <= 7_300 && agreed.Zip(agreed.Skip(1), static (a, b) => a < b).All(static ascends => ascends), $"{At}.daysAfterPayout",
                "each later than the one before, from 1 to 7300")
            .Must(product.TenureMin == agreed.Length && product.TenureMax == agreed.Length, "tenureMax",
                $"tenureMin and tenureMax are the number of agreed days, {agreed.Length.ToString(CultureInfo.InvariantCulture)}");
    }

    private static void CheckTenure(InputRules rules, LoanProduct product, InstalmentTerms terms)
    {
        var inMonths = terms.TenureUnit is TenureUnit.Months;
        rules.Must(!inMonths || terms.Unit is not (RepayUnit.Days or RepayUnit.AgreedDays), $"{At}.tenureUnit", "days and agreed days count a tenure in Instalments")
            .Must(!inMonths || terms.Unit is not RepayUnit.Months || terms.Every == 1, $"{At}.tenureUnit", "several months at a time count a tenure in Instalments")
            .Must(!inMonths || terms.Unit is not RepayUnit.Weeks || 4 % Math.Max(1, terms.Every) == 0, $"{At}.tenureUnit",
                "a month is 4 weeks: every 1, 2 or 4 weeks, or count the tenure in Instalments");
        if (!rules.Broken.IsEmpty || terms.Unit is RepayUnit.AgreedDays) return;
        var most = (long)Tenures.InstalmentsOf(product, product.TenureMax);
        var days = most * terms.Every * terms.Unit switch { RepayUnit.Months => 31, RepayUnit.SemiMonths => 16, RepayUnit.Weeks => 7, _ => 1 };
        rules.Must(most <= TermsCheck.InstallmentsMax && days <= 31 * 480, "tenureMax", "at most 480 instalments and 40 years");
    }
}
