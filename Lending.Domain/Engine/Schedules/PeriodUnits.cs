namespace Lending.Domain.Engine;

/// <summary>
/// How many months, weeks or days an instalment is long where a month has 30 days: on the grid of due dates the repayment interval;
/// off it, the whole units plus the part of the next one (rule PROG-EMI, DAYS30).
/// </summary>
internal static class PeriodUnits
{
    public static decimal Of(PlanPeriod period)
    {
        var terms = period.Plan.Terms;
        if (terms.RepayUnit is TermUnit.Days) return period.Due.DayNumber - period.From.DayNumber;
        var seed = OnGrid(period) ? period.Plan.Start : period.From;
        var before = UnitsBetween(seed, period.From, terms.RepayUnit);

        var units = 1;
        var next = Plus(seed, before + units, terms.RepayUnit);
        while (next <= period.Due)
        {
            if (next == period.Due) return units;
            units++;
            next = Plus(seed, before + units, terms.RepayUnit);
        }

        var whole = units - 1;
        var from = Plus(seed, whole, terms.RepayUnit);
        return Precise.Over(period.Due.DayNumber - from.DayNumber, next.DayNumber - from.DayNumber) + whole;
    }

    private static bool OnGrid(PlanPeriod period)
    {
        var (seed, unit, every) = (period.Plan.Start, period.Plan.Terms.RepayUnit, period.Plan.Terms.RepayEvery);
        // The first count of whole units that reaches the due date: near the difference, so it is found in a step or two.
        var units = Math.Max(1, UnitsBetween(seed, period.Due, unit) - 1);
        while (Plus(seed, units, unit) < period.Due) units++;
        var reached = Plus(seed, units, unit);
        return reached == period.Due && Plus(reached, -every, unit) == period.From;
    }

    // A month-end that was clamped counts as the full month.
    private static int UnitsBetween(DateOnly seed, DateOnly to, TermUnit unit)
    {
        if (unit is TermUnit.Weeks) return (to.DayNumber - seed.DayNumber) / 7;
        if (to.Day == DateTime.DaysInMonth(to.Year, to.Month) && seed.Day > to.Day) to = to.AddDays(1);
        var months = ((to.Year - seed.Year) * 12) + to.Month - seed.Month;
        return to.Day < seed.Day ? months - 1 : months;
    }

    private static DateOnly Plus(DateOnly date, int units, TermUnit unit) => DueDates.Plus(date, units, unit);
}
