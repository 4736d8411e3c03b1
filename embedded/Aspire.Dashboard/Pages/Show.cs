using System.Globalization;

namespace Aspire.Dashboard.Embedded.Pages;

/// <summary>Numbers, durations and times as people read them.</summary>
internal static class Show
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>A duration with three significant digits: 812 µs, 1.24 ms, 3.40 s, 2 m 05 s.</summary>
    public static string Duration(TimeSpan duration) => duration.TotalMicroseconds switch
    {
        < 1 => "0 µs",
        < 1_000 => $"{duration.TotalMicroseconds.ToString("0", Culture)} µs",
        < 1_000_000 => $"{Digits(duration.TotalMilliseconds)} ms",
        < 60_000_000 => $"{Digits(duration.TotalSeconds)} s",
        < 3_600_000_000 => $"{duration.Minutes} m {duration.Seconds:00} s",
        _ => $"{(long)duration.TotalHours} h {duration.Minutes:00} m",
    };

    /// <summary>A duration in whole units, for how long something runs: 42 s, 5 m, 3 h 20 m, 2 d 4 h.</summary>
    public static string Age(TimeSpan age) => age.TotalSeconds switch
    {
        < 60 => $"{Math.Max(0, (int)age.TotalSeconds)} s",
        < 3_600 => $"{age.Minutes} m",
        < 86_400 => $"{age.Hours} h {age.Minutes:00} m",
        _ => $"{age.Days} d {age.Hours} h",
    };

    /// <summary>The time of day in the developer's zone, to the millisecond.</summary>
    public static string Time(DateTimeOffset at, TimeProvider clock) =>
        TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone).ToString("HH:mm:ss.fff", Culture);

    /// <summary>Date, time and offset.</summary>
    public static string FullTime(DateTimeOffset at, TimeProvider clock) =>
        TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone).ToString("d MMM yyyy, HH:mm:ss.ffffff zzz", Culture);

    /// <summary>A count with thousands separated.</summary>
    public static string Count(long count) => count.ToString("N0", Culture);

    /// <summary>A value in its UCUM unit, scaled where a scale is customary: s, ms, By. Annotations such as {request} follow as words.</summary>
    public static string Value(double value, string unit) => unit switch
    {
        "s" => Seconds(value),
        "ms" => Seconds(value / 1_000),
        "By" => Bytes(value),
        "" or "1" => Number(value),
        _ when unit[0] == '{' => Number(value),
        _ => $"{Number(value)} {unit}",
    };

    public static string Number(double value) => double.IsFinite(value)
        ? value == Math.Floor(value) && Math.Abs(value) < 1e15
            ? value.ToString("N0", Culture)
            : Math.Abs(value) >= 1_000 ? value.ToString("N0", Culture) : Digits(value)
        : "–";

    private static string Seconds(double seconds) =>
        double.IsFinite(seconds) && Math.Abs(seconds) < 1e9 ? Signed(seconds) : "–";

    private static string Signed(double seconds) =>
        seconds < 0 ? $"−{Duration(TimeSpan.FromSeconds(-seconds))}" : Duration(TimeSpan.FromSeconds(seconds));

    private static string Bytes(double bytes)
    {
        if (!double.IsFinite(bytes)) return "–";
        string[] units = ["B", "KiB", "MiB", "GiB", "TiB"];
        var index = 0;
        while (Math.Abs(bytes) >= 1_024 && index < units.Length - 1)
        {
            bytes /= 1_024;
            index++;
        }
        return index == 0 ? $"{Number(bytes)} B" : $"{Digits(bytes)} {units[index]}";
    }

    private static string Digits(double value) => Math.Abs(value) switch
    {
        >= 100 => value.ToString("0", Culture),
        >= 10 => value.ToString("0.0", Culture),
        >= 0.01 or 0 => value.ToString("0.00", Culture),
        _ => value.ToString("0.###E+0", Culture),
    };
}
