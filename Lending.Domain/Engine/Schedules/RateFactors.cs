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
        var dates = PeriodDates.Of(period);
        period.Plan.Work.Add(2 * period.Stretches.Count);
        foreach (var stretch in period.Stretches)
        {
            var rate = period.Plan.RateOn(stretch.From);
            var toDue = Of(dates, rate, stretch.From, period.Due, exact: true);
            var factor = stretch.To == period.Due && !NeedsUnits(dates) ? toDue : Of(dates, rate, stretch.From, stretch.To, exact: false);
            stretch.Earn(factor, toDue);
        }
    }

    /// <summary>The shares a whole instalment earns: for its interest, and for the level amount.</summary>
    public static (decimal Interest, decimal Level) OfWhole(in PeriodDates dates, decimal ratePct)
    {
        var factor = Of(dates, ratePct, dates.From, dates.Due, exact: true);
        return (factor, NeedsUnits(dates) ? Of(dates, ratePct, dates.From, dates.Due, exact: false) : factor);
    }

    // Days-30 interest of an instalment off the grid counts its units exactly, while the level amount counts whole repayment periods;
    // on agreed dates that would make the last instalment large, so there both count exactly.
    private static bool NeedsUnits(in PeriodDates dates) => dates is { Agreed: false, Terms.DaysInMonth: MonthLength.Days30 };

    private static decimal Of(in PeriodDates dates, decimal ratePct, DateOnly from, DateOnly to, bool exact)
    {
        var days = to.DayNumber - from.DayNumber;
        if (days == 0 || dates.Days == 0) return 0;
        var terms = dates.Terms;
        var rate = Precise.Over(ratePct, 100);
        if (rate == 0) return 0;

        if (terms.InterestPeriods is InterestPeriods.SameAsRepaymentPeriod && terms.RepayUnit is not TermUnit.Days)
            return Share(rate, Precise.Over(terms.RepayEvery, terms.RepayUnit is TermUnit.Months ? 12 : 52), days, dates.Days);

        if (CutsYears(dates, from, to))
            return decimal.Round(Precise.Times(rate, YearFractions(from, to, terms.InterestOnDisbursementDay)), FactorDecimals);

        var year = DaysOfYear(dates, from);
        if (terms.DaysInMonth is MonthLength.Actual) return Share(rate, Precise.Over(1, year), days, 1);

        decimal units = exact || dates.Agreed ? PeriodUnits.Of(dates) : terms.RepayEvery;
        var unitDays = terms.RepayUnit switch { TermUnit.Months => 30m, TermUnit.Weeks => 7m, _ => 1m };
        return Share(rate, Precise.Over(Precise.Times(unitDays, units), year), days, dates.Days);
    }

    private static decimal Share(decimal rate, decimal yearShare, int days, int daysInPeriod)
    {
        var earned = Precise.Times(rate, yearShare);
        if (days != daysInPeriod) earned = Precise.Over(Precise.Times(earned, days), daysInPeriod);
        return decimal.Round(earned, FactorDecimals);
    }

    private static bool CutsYears(in PeriodDates dates, DateOnly from, DateOnly to) =>
        dates.Terms.DaysInYear is YearLength.Actual && to.Year > from.Year && (!dates.Terms.LeapDayInItsPeriodOnly || dates.HoldLeapDay());

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

    private static int DaysOfYear(in PeriodDates dates, DateOnly from) => dates.Terms.DaysInYear switch
    {
        YearLength.Days360 => 360,
        YearLength.Days364 => 364,
        YearLength.Days365 => 365,
        _ when dates.Terms.LeapDayInItsPeriodOnly && LengthOf(from.Year) == 366 => dates.HoldLeapDay() ? 366 : 365,
        _ => LengthOf(from.Year),
    };

    private static int LengthOf(int year) => DateTime.IsLeapYear(year) ? 366 : 365;
}
