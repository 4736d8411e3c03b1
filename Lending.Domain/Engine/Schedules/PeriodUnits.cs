namespace Lending.Domain.Engine;

/// <summary>
/// How many months, weeks or days an instalment is long where a month has 30 days: on the grid of due dates the repayment interval;
/// off it, the whole units plus the part of the next one (rule PROG-EMI, DAYS30).
/// </summary>
internal static class PeriodUnits
{
    public static decimal Of(in PeriodDates dates)
    {
        var unit = dates.Terms.RepayUnit;
        if (unit is TermUnit.Days) return dates.Days;
        var seed = OnGrid(dates) ? dates.Seed : dates.From;
        var before = UnitsBetween(seed, dates.From, unit);

        var units = 1;
        var next = Plus(seed, before + units, unit);
        while (next <= dates.Due)
        {
            if (next == dates.Due) return units;
            units++;
            next = Plus(seed, before + units, unit);
        }

        var whole = units - 1;
        var from = Plus(seed, whole, unit);
        return Precise.Over(dates.Due.DayNumber - from.DayNumber, next.DayNumber - from.DayNumber) + whole;
    }

    private static bool OnGrid(in PeriodDates dates)
    {
        var unit = dates.Terms.RepayUnit;
        // The first count of whole units that reaches the due date: near the difference, so it is found in a step or two.
        var units = Math.Max(1, UnitsBetween(dates.Seed, dates.Due, unit) - 1);
        while (Plus(dates.Seed, units, unit) < dates.Due) units++;
        var reached = Plus(dates.Seed, units, unit);
        return reached == dates.Due && Plus(reached, -dates.Terms.RepayEvery, unit) == dates.From;
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
