using Lending.Domain.Engine;

namespace Lending.Domain;

/// <summary>The terms of a credit line, and what other settings a revolving account has no use for.</summary>
internal static class LineRules
{
    private const string At = "line";
    private const int LongestToDue = 25;
    private const int DaysInWeek = 7;

    public static void Check(InputRules rules, LoanProduct product)
    {
        var isLine = product.Plan is RepaymentPlan.CreditLine;
        if (product.Line is not { } terms)
        {
            rules.Must(!isLine, At, "a credit line (plan CreditLine) says how it is drawn from and billed");
            return;
        }

        rules.Must(isLine, At, "only for a credit line (plan CreditLine)");
        if (!isLine) return;
        CheckCycle(rules, terms);
        CheckMinimum(rules, product, terms);
        CheckDraws(rules, product, terms);
        rules.Must(product.Prepayment is null, "prepayment", "principal of a credit line is paid at any time without a charge; leave it out")
            .Must(product.DaysToDue is null, "daysToDue", "a credit line says it in line.daysToDue; leave it out")
            .Must(product.Excess is ExcessMoney.HoldAsAdvance, "excess", "a credit line takes all money at once; leave it at HoldAsAdvance");
    }

    private static void CheckCycle(InputRules rules, CreditLineTerms terms)
    {
        var weekly = terms.Unit is RepayUnit.Weeks;
        rules.Must(terms.Unit is RepayUnit.Months or RepayUnit.Weeks, $"{At}.unit", "Months or Weeks")
            .Between(terms.Every, 1, weekly ? 8 : 12, $"{At}.every")
            .Must(terms.DueDay is null || !weekly, $"{At}.dueDay", "only for Months")
            .Between(terms.DueDay ?? 1, 1, 31, $"{At}.dueDay")
            .Between(terms.DaysToDue, 1, weekly ? Math.Clamp((DaysInWeek * terms.Every) - 1, 1, LongestToDue) : LongestToDue, $"{At}.daysToDue")
            .Must(terms.DaysInYear is YearLength.Days360 or YearLength.Days364 or YearLength.Days365, $"{At}.daysInYear", "Days360, Days364 or Days365");
    }

    private static void CheckMinimum(InputRules rules, LoanProduct product, CreditLineTerms terms) => rules
        .Between(terms.MinimumPercent, 1m, 100m, $"{At}.minimumPercent")
        .Must(Enum.IsDefined(terms.MinimumOf), $"{At}.minimumOf", "Principal or PrincipalAndInterest")
        .Must(terms.MinimumFloor is not { } floor || (floor.IsPositive && floor.Currency == product.Currency), $"{At}.minimumFloor", "above zero, and in the product's currency");

    private static void CheckDraws(InputRules rules, LoanProduct product, CreditLineTerms terms)
    {
        var sums = new[] { (terms.DrawMin, "drawMin"), (terms.DrawMax, "drawMax"), (terms.DrawsWithoutApproval, "drawsWithoutApproval") };
        foreach (var (sum, name) in sums)
            rules.Must(sum is not { } amount || (amount.IsPositive && amount.Currency == product.Currency), $"{At}.{name}", "above zero, and in the product's currency");
        if (!rules.Broken.IsEmpty) return;
        rules.Must(terms.DrawMin is not { } least || least <= product.AmountMin, $"{At}.drawMin", "not above the smallest limit, amountMin")
            .Must(terms.DrawMax is not { } most || most >= (terms.DrawMin ?? new Money(1, product.Currency)), $"{At}.drawMax", "not below drawMin");
    }
}
