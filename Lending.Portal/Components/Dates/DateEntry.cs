using System.Globalization;

namespace Lending.Portal.Components;

/// <summary>Reads a date as people type it: 22/11 · 22/11/26 · 22 Nov · 2026-11-22 · +7d · today.</summary>
public static class DateEntry
{
    private static readonly string[] WithYear =
        ["d/M/yyyy", "d/M/yy", "d-M-yyyy", "d-M-yy", "d.M.yyyy", "d.M.yy", "yyyy-M-d", "dMMMyyyy", "dMMMMyyyy", "dMMMyy", "d/MMM/yyyy", "d-MMM-yyyy"];
    private static readonly string[] WithoutYear = ["d/M", "d-M", "d.M", "dMMM", "dMMMM"];

    /// <summary>The date, or what to enter instead. The business date stands for today.</summary>
    public static (DateOnly? Date, string? Advice) Read(string? text, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(text)) return (null, null);
        var plain = Entry.Plain(text).Replace(",", "", StringComparison.Ordinal);
        if (plain is "today" or "t") return (today, null);
        if (plain is "tomorrow") return (today.AddDays(1), null);
        if (plain is "yesterday") return (today.AddDays(-1), null);
        if (Shifted(plain, today) is { } shifted) return (shifted, null);
        if (Parsed(plain, WithYear) is { } full) return (full, null);
        if (Parsed(plain + "/2024", [.. WithoutYear.Select(format => format + "/yyyy")]) is { } leap)
        {
            // Read in a leap year so that 29/2 is known to be a date, then moved to this year.
            return DateTime.DaysInMonth(today.Year, leap.Month) < leap.Day
                ? (null, $"{leap.Day} {leap:MMM} does not exist in {today.Year}. Enter the year too.")
                : (new DateOnly(today.Year, leap.Month, leap.Day), null);
        }

        return (null, "Enter a date, such as 22/11, 22 Nov 2026 or +7d.");
    }

    private static DateOnly? Parsed(string text, string[] formats) =>
        DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static DateOnly? Shifted(string text, DateOnly today)
    {
        if (text.Length < 2 || text[0] is not ('+' or '-')) return null;
        var unit = char.IsLetter(text[^1]) ? text[^1] : 'd';
        var number = char.IsLetter(text[^1]) ? text[..^1] : text;
        if (!int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var by) || int.Abs(by) > 36_500) return null;
        return unit switch
        {
            'd' => today.AddDays(by),
            'w' when int.Abs(by) <= 5_000 => today.AddDays(7 * by),
            'm' when int.Abs(by) <= 1_200 => today.AddMonths(by),
            'y' when int.Abs(by) <= 100 => today.AddYears(by),
            _ => null,
        };
    }
}
