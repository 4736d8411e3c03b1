using System.Globalization;

namespace Lending.Portal.Components;

/// <summary>Reads a rate in per cent as people type it: 18 · 18.5 % · 1,200.</summary>
public static class RateEntry
{
    /// <summary>The rate in per cent, or what to enter instead.</summary>
    public static (decimal? Percent, string? Advice) Read(string? text, int decimals)
    {
        if (string.IsNullOrWhiteSpace(text)) return (null, null);
        var digits = Entry.Plain(text).TrimEnd('%').Replace(",", "", StringComparison.Ordinal);
        const NumberStyles style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (!decimal.TryParse(digits, style, CultureInfo.InvariantCulture, out var percent))
            return (null, "Enter a rate, such as 18.00.");
        return decimal.Round(percent, decimals) == percent ? (percent, null) : (null, $"Enter at most {decimals} decimals.");
    }
}
