namespace Lending.Domain;

/// <summary>The days of one cycle of a credit line: From its first, StatementOn the day its statement is made, due on Due and in time until PayBy.</summary>
public sealed record LineCycle(int Number, DateOnly From, DateOnly StatementOn, DateOnly Due, DateOnly PayBy);

/// <summary>When the statements of a credit line are made and due (RF-016, RF-027, GAP-13).</summary>
internal static class LineCycles
{
    private const int DaysInWeek = 7;

    public static LineCycle First(CreditLineTerms terms, DateOnly openedOn, BusinessCalendar calendar) => After(terms, openedOn, 1, openedOn, calendar);

    /// <summary>The cycle that begins on the day the statement of another is made.</summary>
    public static LineCycle Next(CreditLineTerms terms, DateOnly openedOn, LineCycle before, BusinessCalendar calendar) =>
        After(terms, openedOn, before.Number + 1, before.StatementOn, calendar);

    private static LineCycle After(CreditLineTerms terms, DateOnly openedOn, int number, DateOnly from, BusinessCalendar calendar)
    {
        var statement = StatementOf(terms, openedOn, number);
        var due = terms.DueDay is { } day ? DueOf(terms, day, openedOn, number) : statement.AddDays(terms.DaysToDue);
        return new(number, from, statement, due, calendar.RollForward(due));
    }

    private static DateOnly StatementOf(CreditLineTerms terms, DateOnly openedOn, int number) => terms switch
    {
        { DueDay: { } day } => DueOf(terms, day, openedOn, number).AddDays(-terms.DaysToDue),
        { Unit: RepayUnit.Weeks } => openedOn.AddDays(DaysInWeek * terms.Every * number),
        _ => openedOn.AddMonths(terms.Every * number),
    };

    /// <summary>On the day of the month; the first one is the first whose statement comes after the day of opening.</summary>
    private static DateOnly DueOf(CreditLineTerms terms, int day, DateOnly openedOn, int number)
    {
        var month = new DateOnly(openedOn.Year, openedOn.Month, 1);
        while (OnDay(month, day).AddDays(-terms.DaysToDue) <= openedOn) month = month.AddMonths(1);
        return OnDay(month.AddMonths(terms.Every * (number - 1)), day);
    }

    private static DateOnly OnDay(DateOnly month, int day) => month.AddDays(Math.Min(day, DateTime.DaysInMonth(month.Year, month.Month)) - 1);
}
