using System.Globalization;
using Lending.Domain;

namespace Lending.Portal.Components;

/// <summary>Reads an amount as people type it: 1,50,000 · 1.5L · 2 Cr · 12k · ₹ 500.50.</summary>
public static class MoneyEntry
{
    private static readonly (string Suffix, decimal Factor)[] Units =
    [
        ("crores", 1_00_00_000m), ("crore", 1_00_00_000m), ("cr", 1_00_00_000m),
        ("lakhs", 1_00_000m), ("lakh", 1_00_000m), ("lacs", 1_00_000m), ("lac", 1_00_000m), ("l", 1_00_000m),
        ("thousand", 1_000m), ("k", 1_000m),
    ];

    /// <summary>The amount, or what to enter instead.</summary>
    public static (Money? Money, string? Advice) Read(string? text, Currency currency)
    {
        if (string.IsNullOrWhiteSpace(text)) return (null, null);
        var digits = Entry.Plain(text).Replace(MoneyFormat.Symbol(currency).ToLowerInvariant(), "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        var factor = 1m;
        foreach (var (suffix, by) in Units)
        {
            if (!digits.EndsWith(suffix, StringComparison.Ordinal)) continue;
            (digits, factor) = (digits[..^suffix.Length], by);
            break;
        }

        const NumberStyles style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (!decimal.TryParse(digits, style, CultureInfo.InvariantCulture, out var value))
            return (null, "Enter an amount, such as 1,50,000 or 1.5L.");
        try
        {
            var minor = checked(value * factor * currency.MinorPerMajor);
            if (minor != decimal.Truncate(minor))
                return (null, currency.Decimals == 0 ? "Enter a whole amount." : $"Enter at most {currency.Decimals} decimals.");
            return (new Money(checked((long)minor), currency), null);
        }
        catch (OverflowException)
        {
            return (null, "Enter a smaller amount.");
        }
    }
}
