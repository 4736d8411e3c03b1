using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>On which days an instalment can fall due. A day off rolls forward to the next working day (GAP-13).</summary>
public sealed record BusinessCalendar(bool SundayOff, ImmutableSortedSet<DateOnly> Holidays)
{
    public static readonly BusinessCalendar EveryDay = new(false, []);

    public bool IsWorkingDay(DateOnly day) => !(SundayOff && day.DayOfWeek == DayOfWeek.Sunday) && !Holidays.Contains(day);

    /// <summary>The day itself when it is a working day, else the next one.</summary>
    public DateOnly RollForward(DateOnly day)
    {
        // A calendar without any working day would never end; four hundred days is more than a year of holidays.
        for (var tried = 0; tried < 400; tried++, day = day.AddDays(1))
            if (IsWorkingDay(day)) return day;
        throw new InvalidOperationException("The Brand's calendar has no working day within four hundred days.");
    }
}
