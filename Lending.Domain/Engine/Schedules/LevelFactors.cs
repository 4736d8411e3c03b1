namespace Lending.Domain.Engine;

/// <summary>The shares that the instalments of one schedule earn at one rate; instalments of one kind earn the same and are worked out once.</summary>
internal static class LevelFactors
{
    public static void Fill(CreditTerms terms, (DateOnly From, DateOnly Due)[] periods, DateCounting counting, decimal[] interest, decimal[] level)
    {
        var known = new List<(Kind Kind, decimal Interest, decimal Level)>(8);
        for (var i = 0; i < periods.Length; i++)
        {
            var dates = new PeriodDates(terms, periods[0].From, periods[i].From, periods[i].Due, counting is DateCounting.Agreed);
            var kind = KindOf(dates, counting);
            var at = kind is null ? -1 : Find(known, kind.Value);
            (interest[i], level[i]) = at >= 0 ? (known[at].Interest, known[at].Level) : RateFactors.OfWhole(dates, terms.AnnualRatePct);
            if (kind is { } first && at < 0) known.Add((first, interest[i], level[i]));
        }
    }

    private static int Find(List<(Kind Kind, decimal, decimal)> known, in Kind kind)
    {
        for (var i = known.Count - 1; i >= 0; i--)
            if (known[i].Kind == kind) return i;
        return -1;
    }

    // What the share depends on; null where that is not only a few numbers.
    private static Kind? KindOf(in PeriodDates dates, DateCounting counting)
    {
        var terms = dates.Terms;
        if (terms.InterestPeriods is InterestPeriods.SameAsRepaymentPeriod && terms.RepayUnit is not TermUnit.Days) return new Kind(0, 0, 0, 0);
        if (terms.LeapDayInItsPeriodOnly) return null;
        var (from, due) = (dates.From, dates.Due);
        if (terms.DaysInYear is YearLength.Actual && from.Year != due.Year)
        {
            var end = terms.InterestOnDisbursementDay ? new DateOnly(due.Year, 1, 1) : new DateOnly(from.Year, 12, 31);
            return due.Year - from.Year > 1 ? null
                : new Kind(end.DayNumber - from.DayNumber, LengthOf(from.Year), due.DayNumber - end.DayNumber, LengthOf(due.Year));
        }

        var year = terms.DaysInYear is YearLength.Actual ? LengthOf(from.Year) : 0;
        if (terms.DaysInMonth is MonthLength.Actual) return new Kind(dates.Days, year, 0, 0);
        return counting is DateCounting.OnGrid && terms.MonthEnd is MonthEnd.LastDayOfMonth ? new Kind(0, year, 0, 0) : null;
    }

    private static int LengthOf(int year) => DateTime.IsLeapYear(year) ? 366 : 365;

    private readonly record struct Kind(int Days, int Year, int MoreDays, int NextYear);
}
