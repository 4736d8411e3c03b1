using System.Globalization;

namespace Lending.Portal.Components;

/// <summary>Dates as people here read them. Instants are shown in the brand's time zone.</summary>
public static class Dates
{
    /// <summary>Used where no brand says otherwise.</summary>
    public static readonly TimeZoneInfo India = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata");

    /// <summary>22 Nov 2026.</summary>
    public static string Date(DateOnly date) => date.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>22 Nov.</summary>
    public static string Day(DateOnly date) => date.ToString("d MMM", CultureInfo.InvariantCulture);

    /// <summary>22 Nov, 18:07, with the year when it is not that of the reference day.</summary>
    public static string Instant(DateTimeOffset at, TimeZoneInfo zone, DateOnly? today = null)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var format = today is { } day && day.Year != local.Year ? "d MMM yyyy, HH:mm" : "d MMM, HH:mm";
        return local.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>18:07.</summary>
    public static string Time(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>5 h 42 m, 1 d 1 h, 48 m.</summary>
    public static string Age(TimeSpan age)
    {
        if (age < TimeSpan.Zero) age = TimeSpan.Zero;
        if (age.TotalDays >= 1) return $"{(int)age.TotalDays} d {age.Hours} h";
        return age.TotalHours >= 1 ? $"{age.Hours} h {age.Minutes:00} m" : $"{age.Minutes} m";
    }
}
