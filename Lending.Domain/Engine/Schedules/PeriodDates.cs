namespace Lending.Domain.Engine;

/// <summary>What the day count asks about an instalment: its dates, the terms, and the day the due dates are counted from. Agreed dates count as they are.</summary>
internal readonly record struct PeriodDates(CreditTerms Terms, DateOnly Seed, DateOnly From, DateOnly Due, bool Agreed)
{
    public int Days => Due.DayNumber - From.DayNumber;

    public static PeriodDates Of(PlanPeriod period) => new(period.Plan.Terms, period.Plan.Start, period.From, period.Due, period.Plan.OnAgreedDates);

    public bool HoldLeapDay()
    {
        for (var year = From.Year; year <= Due.Year; year++)
            if (DateTime.IsLeapYear(year) && new DateOnly(year, 2, 29) is var leap && leap > From && leap <= Due) return true;
        return false;
    }
}
