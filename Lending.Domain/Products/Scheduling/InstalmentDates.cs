using System.Collections.Immutable;
using Lending.Domain.Engine;

namespace Lending.Domain;

/// <summary>From when to when each instalment counts, and up to which day it is paid in time.</summary>
internal readonly record struct InstalmentDay(DateOnly From, DateOnly Due, DateOnly PayBy);

/// <summary>The due dates of a loan by its product's settings: counted from payout or from a day of the month, over days off as the product says.</summary>
internal static class InstalmentDates
{
    private const int AgreedEvery = 30;

    public static ImmutableArray<InstalmentDay> Of(InstalmentTerms terms, int instalments, DateOnly payout, BusinessCalendar calendar)
    {
        var days = ImmutableArray.CreateBuilder<InstalmentDay>(instalments);
        var from = payout;
        foreach (var contracted in Contracted(terms, instalments, payout))
        {
            var due = terms.Holidays is HolidayRule.KeepDueDate ? contracted
                : calendar.RollForward(contracted > from ? contracted : from.AddDays(1));
            days.Add(new(from, due, calendar.RollForward(due)));
            from = due;
        }

        return days.MoveToImmutable();
    }

    /// <summary>One whole interval before the first due date: where a first period of regular length would start.</summary>
    public static DateOnly RegularStart(InstalmentTerms terms, DateOnly payout) => terms is { DueDay: { } day, Unit: RepayUnit.Months }
        ? OnDay(FirstMonth(terms, day, payout).AddMonths(-terms.Every), day, MonthEnd.LastDayOfMonth)
        : payout;

    /// <summary>The dates from an instalment on as contracted, days off or not. After the last agreed day there is one every thirty days.</summary>
    public static IEnumerable<DateOnly> From(InstalmentTerms terms, int first, int count, DateOnly payout) => terms.Unit is RepayUnit.AgreedDays
        ? Enumerable.Range(first, count).Select(number => number <= terms.DaysAfterPayout.Length
            ? payout.AddDays(terms.DaysAfterPayout[number - 1])
            : payout.AddDays(terms.DaysAfterPayout[^1] + (AgreedEvery * (number - terms.DaysAfterPayout.Length))))
        : Contracted(terms, first - 1 + count, payout).Skip(first - 1);

    /// <summary>So many periods after a day that dates were moved to. Half months and agreed days have no rhythm of their own beyond the ones agreed on.</summary>
    public static DateOnly After(InstalmentTerms terms, DateOnly day, int periods) => terms.Unit switch
    {
        RepayUnit.Months => Rolled(day.AddMonths(terms.Every * periods), day.Day, terms.MonthEnd),
        RepayUnit.Weeks => day.AddDays(7 * terms.Every * periods),
        RepayUnit.Days => day.AddDays(terms.Every * periods),
        RepayUnit.SemiMonths => day.AddDays(15 * periods),
        RepayUnit.AgreedDays => day.AddDays(AgreedEvery * periods),
    };

    private static IEnumerable<DateOnly> Contracted(InstalmentTerms terms, int instalments, DateOnly payout) => terms switch
    {
        { Unit: RepayUnit.AgreedDays } => terms.DaysAfterPayout.Take(instalments).Select(payout.AddDays),
        { Unit: RepayUnit.SemiMonths } => HalfMonths(terms, payout).Take(instalments),
        { Unit: RepayUnit.Months, DueDay: { } day } => Enumerable.Range(0, instalments)
            .Select(n => OnDay(FirstMonth(terms, day, payout).AddMonths(n * terms.Every), day, terms.MonthEnd)),
        { Unit: RepayUnit.Months } => Enumerable.Range(1, instalments).Select(n => Rolled(payout.AddMonths(n * terms.Every), payout.Day, terms.MonthEnd)),
        { Unit: RepayUnit.Weeks } => Enumerable.Range(1, instalments).Select(n => payout.AddDays(7 * terms.Every * n)),
        _ => Enumerable.Range(1, instalments).Select(n => payout.AddDays(terms.Every * n)),
    };

    /// <summary>The first of the month in which the first instalment falls due.</summary>
    private static DateOnly FirstMonth(InstalmentTerms terms, int day, DateOnly payout)
    {
        var earliest = payout.AddDays(Math.Max(1, terms.FirstDueAfterDays));
        var month = new DateOnly(earliest.Year, earliest.Month, 1).AddMonths(-1);
        while (OnDay(month, day, terms.MonthEnd) < earliest) month = month.AddMonths(1);
        return month;
    }

    private static IEnumerable<DateOnly> HalfMonths(InstalmentTerms terms, DateOnly payout)
    {
        for (var month = new DateOnly(payout.Year, payout.Month, 1); ; month = month.AddMonths(1))
            foreach (var day in terms.SemiMonthlyDays)
                if (OnDay(month, day, MonthEnd.LastDayOfMonth) is var due && due >= payout.AddDays(Math.Max(1, terms.FirstDueAfterDays))) yield return due;
    }

    private static DateOnly OnDay(DateOnly month, int day, MonthEnd monthEnd)
    {
        var length = DateTime.DaysInMonth(month.Year, month.Month);
        return Rolled(new DateOnly(month.Year, month.Month, Math.Min(day, length)), day, monthEnd);
    }

    private static DateOnly Rolled(DateOnly date, int day, MonthEnd monthEnd) =>
        monthEnd is MonthEnd.FirstDayOfNextMonth && date.Day < day ? date.AddDays(1) : date;
}
