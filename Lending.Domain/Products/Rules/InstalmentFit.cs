using Lending.Domain.Engine;

namespace Lending.Domain;

/// <summary>Which settings of instalment terms go together. What the engine cannot do, or what would have no effect, is refused with the reason.</summary>
internal static class InstalmentFit
{
    private const string At = "instalments";

    public static void Check(InputRules rules, InstalmentTerms terms)
    {
        CheckInterest(rules, terms);
        CheckMethod(rules, terms);
        CheckGrace(rules, terms);
        CheckDates(rules, terms);
        CheckBalance(rules, terms);
        if (terms.QuarterOfMonth)
            rules.Must(terms with { QuarterOfMonth = false, Holidays = HolidayRule.KeepDueDate, SemiMonthlyDays = [], DaysAfterPayout = [], FirstDueAfterDays = 15 }
                == InstalmentTerms.Monthly with { Unit = RepayUnit.Weeks, SemiMonthlyDays = [], DaysAfterPayout = [] }, $"{At}.quarterOfMonth",
                "weekly, tenure in Months, level, Cumulative by whole periods, and nothing else set: it is a quarter of the plain monthly figure");
    }

    private static void CheckInterest(InputRules rules, InstalmentTerms terms)
    {
        var byDays = terms.Interest is InterestPeriods.Daily;
        var progressive = terms.Rules is ScheduleFamily.Progressive;
        rules.Must(byDays || terms.Unit is RepayUnit.Weeks or RepayUnit.Months, $"{At}.interest", "whole periods are weeks or months; use Daily")
            .Must(byDays || terms.DaysInYear is YearLength.Actual, $"{At}.daysInYear", "counts only where interest is Daily; leave it at Actual")
            .Must(terms.DaysInMonth is MonthLength.Actual || (byDays && progressive && terms.Unit is RepayUnit.Months), $"{At}.daysInMonth",
                "months of 30 days need monthly due dates, Daily interest and Progressive rules")
            .Must(!terms.LeapDayInItsPeriodOnly || (byDays && progressive && terms.DaysInYear is YearLength.Actual), $"{At}.leapDayInItsPeriodOnly",
                "only with a year of Actual days, Daily interest and Progressive rules")
            .Must(progressive || !byDays || terms.Method is not RepayMethod.Flat, $"{At}.rules", "flat interest by days needs Progressive rules")
            .Must(progressive || terms.Method is not (RepayMethod.Level or RepayMethod.Balloon) || terms.Unit is not (RepayUnit.SemiMonths or RepayUnit.AgreedDays),
                $"{At}.rules", "level instalments over periods of different lengths need Progressive rules");
    }

    private static void CheckBalance(InputRules rules, InstalmentTerms terms)
    {
        rules.Must(Enum.IsDefined(terms.InterestOn), $"{At}.interestOn", "Schedule or RealBalance")
            .Must(Enum.IsDefined(terms.Rest) && (terms.Rest is InterestRest.Daily || terms.InterestOn is InterestOn.RealBalance), $"{At}.rest",
                "Daily or Period; Period only with interest on the RealBalance")
            .Must(terms.InterestOn is InterestOn.Schedule || terms is
                {
                    Method: RepayMethod.Level, Rules: ScheduleFamily.Progressive, Interest: InterestPeriods.Daily, MultipleOf: 0, RestGoesTo: RestTaker.Spread, GracePrincipal: 0,
                    GraceInterestPayment: 0, InterestFree: 0, DownPaymentPercent: null, BrokenPeriod: BrokenPeriod.ByDays,
                }, $"{At}.interestOn", "RealBalance needs level instalments of Progressive rules with Daily interest, the rest spread, and no multiple, grace, down payment or broken period of its own");
    }

    private static void CheckMethod(InputRules rules, InstalmentTerms terms)
    {
        var progressive = terms.Rules is ScheduleFamily.Progressive;
        rules.Must(!progressive || terms.Method is not RepayMethod.EqualPrincipal, $"{At}.rules", "equal principal needs Cumulative rules");
        var (rest, words) = (terms.Method, progressive) switch
        {
            (RepayMethod.Level, true) => (terms.RestGoesTo is not RestTaker.Last, "level instalments of Progressive rules spread the rest; Spread or First"),
            (RepayMethod.Balloon, true) => (terms.RestGoesTo is RestTaker.Spread, "a balloon of Progressive rules spreads the rest; Spread"),
            (RepayMethod.Balloon, false) or (RepayMethod.InterestOnly, _) => (terms.RestGoesTo is RestTaker.Last, "the last instalment takes the rest; Last"),
            _ => (terms.RestGoesTo is not RestTaker.Spread, "Last or First"),
        };
        rules.Must(rest, $"{At}.restGoesTo", words)
            .Must(terms.MultipleOf == 0 || terms.Method is not (RepayMethod.Balloon or RepayMethod.InterestOnly), $"{At}.multipleOf",
                "not with a balloon or interest only")
            .Must(terms.DownPaymentPercent is null || (terms.Method is RepayMethod.Level or RepayMethod.EqualPrincipal or RepayMethod.Flat && terms.RestGoesTo is not RestTaker.First),
                $"{At}.downPaymentPercent", "only with level, equal principal or flat, and not where the first instalment takes the rest");
    }

    private static void CheckGrace(InputRules rules, InstalmentTerms terms)
    {
        var progressive = terms.Rules is ScheduleFamily.Progressive;
        var first = terms.RestGoesTo is RestTaker.First;
        rules.Must(terms.GracePrincipal == 0 || (terms.Method is not RepayMethod.InterestOnly && !first && !(progressive && terms.Method is RepayMethod.Flat)),
                $"{At}.gracePrincipal", "not with interest only, progressive flat, or where the first instalment takes the rest")
            .Must(terms.GraceInterestPayment == 0 || (progressive && terms.Method is RepayMethod.Level && !first && terms.GracePrincipal == 0), $"{At}.graceInterestPayment",
                "only with level instalments of Progressive rules, without grace on principal, and not where the first instalment takes the rest")
            .Must(terms.InterestFree == 0 || (terms is { GracePrincipal: 0, GraceInterestPayment: 0, DownPaymentPercent: null, DueDay: null }
                    && !first && terms.Method is not RepayMethod.Balloon), $"{At}.interestFree",
                "not with another grace, a down payment, a due day, a balloon, or where the first instalment takes the rest");
    }

    private static void CheckDates(InputRules rules, InstalmentTerms terms)
    {
        var hasDay = terms.DueDay is not null;
        rules.Must(!hasDay || terms.Unit is RepayUnit.Months, $"{At}.dueDay", "only for Months")
            .Must(!hasDay || (terms.DownPaymentPercent is null && terms.GraceInterestPayment == 0), $"{At}.dueDay",
                "not with a down payment or grace on interest payment")
            .Must(terms.BrokenPeriod is BrokenPeriod.ByDays || hasDay, $"{At}.brokenPeriod", "counts only with a dueDay; leave it at ByDays")
            .Must(terms.BrokenPeriod is not BrokenPeriod.Spread || (terms is { Rules: ScheduleFamily.Progressive, Method: RepayMethod.Level, GracePrincipal: 0 }), $"{At}.brokenPeriod",
                "spreading needs level instalments of Progressive rules without grace on principal")
            .Must(terms.MonthEnd is MonthEnd.LastDayOfMonth || terms.Unit is RepayUnit.Months, $"{At}.monthEnd", "only months have an end");
    }
}
