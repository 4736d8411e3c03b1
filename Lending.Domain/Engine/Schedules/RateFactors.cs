namespace Lending.Domain.Engine;

/// <summary>The share of a balance that days earn (rule PROG-EMI "Rate factor"; PROG-FLAT uses the same for its days).</summary>
internal static class RateFactors
{
    private const int FactorDecimals = 19;

    public static void Refresh(InterestPlan plan, int fromIndex = 0)
    {
        for (var i = fromIndex; i < plan.Periods.Count; i++) Refresh(plan.Periods[i]);
    }

    public static void Refresh(PlanPeriod period)
    {
        foreach (var stretch in period.Stretches)
        {
            var toDue = Of(period, stretch.From, period.Due, exact: true);
            var factor = stretch.To == period.Due && !NeedsUnits(period) ? toDue : Of(period, stretch.From, stretch.To, exact: false);
            stretch.Earn(factor, toDue);
        }
    }

    // Days-30 interest of an instalment off the grid counts its units exactly, while the level amount counts whole repayment periods;
    // on agreed dates that would make the last instalment large, so there both count exactly.
    private static bool NeedsUnits(PlanPeriod period) => period.Plan is { OnAgreedDates: false, Terms.DaysInMonth: MonthLength.Days30 };

    private static decimal Of(PlanPeriod period, DateOnly from, DateOnly to, bool exact)
    {
        var days = to.DayNumber - from.DayNumber;
        var daysInPeriod = period.Due.DayNumber - period.From.DayNumber;
        if (days == 0 || daysInPeriod == 0) return 0;
        var terms = period.Plan.Terms;
        var rate = Precise.Over(period.Plan.RateOn(from), 100);
        if (rate == 0) return 0;

        if (terms.InterestPeriods is InterestPeriods.SameAsRepaymentPeriod && terms.RepayUnit is not TermUnit.Days)
            return Share(rate, Precise.Over(terms.RepayEvery, terms.RepayUnit is TermUnit.Months ? 12 : 52), days, daysInPeriod);

        if (CutsYears(period, from, to))
            return decimal.Round(Precise.Times(rate, YearFractions(from, to, terms.InterestOnDisbursementDay)), FactorDecimals);

        var year = DaysOfYear(period, from);
        if (terms.DaysInMonth is MonthLength.Actual) return Share(rate, Precise.Over(1, year), days, 1);

        decimal units = exact || period.Plan.OnAgreedDates ? PeriodUnits.Of(period) : terms.RepayEvery;
        var unitDays = terms.RepayUnit switch { TermUnit.Months => 30m, TermUnit.Weeks => 7m, _ => 1m };
        return Share(rate, Precise.Over(Precise.Times(unitDays, units), year), days, daysInPeriod);
    }

    private static decimal Share(decimal rate, decimal yearShare, int days, int daysInPeriod)
    {
        var earned = Precise.Times(rate, yearShare);
        if (days != daysInPeriod) earned = Precise.Over(Precise.Times(earned, days), daysInPeriod);
        return decimal.Round(earned, FactorDecimals);
    }

    private static bool CutsYears(PlanPeriod period, DateOnly from, DateOnly to) =>
        period.Plan.Terms.DaysInYear is YearLength.Actual && to.Year > from.Year
        && (!period.Plan.Terms.LeapDayInItsPeriodOnly || HoldsLeapDay(period));

    // A year's last day counts in the next year, unless the day of a disbursement bears interest.
    private static decimal YearFractions(DateOnly from, DateOnly to, bool cutAtNewYear)
    {
        var sum = 0m;
        for (var year = from.Year; year <= to.Year; year++)
        {
            var end = year == to.Year ? to : cutAtNewYear ? new DateOnly(year + 1, 1, 1) : new DateOnly(year, 12, 31);
            sum = Precise.Round(sum + Precise.Over(end.DayNumber - from.DayNumber, LengthOf(year)));
            from = end;
        }

        return sum;
    }

    private static int DaysOfYear(PlanPeriod period, DateOnly from) => period.Plan.Terms.DaysInYear switch
    {
        YearLength.Days360 => 360,
        YearLength.Days364 => 364,
        YearLength.Days365 => 365,
        _ when period.Plan.Terms.LeapDayInItsPeriodOnly && LengthOf(from.Year) == 366 => HoldsLeapDay(period) ? 366 : 365,
        _ => LengthOf(from.Year),
    };

    private static bool HoldsLeapDay(PlanPeriod period)
    {
        for (var year = period.From.Year; year <= period.Due.Year; year++)
            if (DateTime.IsLeapYear(year) && new DateOnly(year, 2, 29) is var leap && leap > period.From && leap <= period.Due) return true;
        return false;
    }

    private static int LengthOf(int year) => DateTime.IsLeapYear(year) ? 366 : 365;
}
