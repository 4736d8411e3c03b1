using System.Globalization;
using Lending.Domain;

namespace Lending.Portal.Components;

/// <summary>Amounts, rates and counts as people here read them. Never rounds an amount, except Compact, which is for key figures only.</summary>
public static class MoneyFormat
{
    /// <summary>Between symbol and digits, so that an amount never breaks over two lines.</summary>
    public const char NoBreakSpace = '\u00a0';
    public const char Minus = '\u2212';

    /// <summary>1,00,000: groups of three, then of two.</summary>
    public static readonly NumberFormatInfo Indian = Grouped(3, 2);
    private static readonly NumberFormatInfo Western = Grouped(3);

    /// <summary>₹ 1,00,000.00, with the minor units always.</summary>
    public static string Full(Money money) => Sign(money) + Symbol(money.Currency) + NoBreakSpace + Digits(money);

    /// <summary>1,00,000.00 for a cell: the column's heading holds the symbol.</summary>
    public static string Cell(Money money) => Sign(money) + Digits(money);

    /// <summary>₹ 1,00,000 when there is no part of a major unit, else as Full. For buttons and limits.</summary>
    public static string Short(Money money) => Sign(money) + Symbol(money.Currency) + NoBreakSpace + Shortest(money);

    /// <summary>1,00,000 when there is no part of a major unit, else as Cell. For columns of asked and sanctioned amounts, never a ledger.</summary>
    public static string ShortCell(Money money) => Sign(money) + Shortest(money);

    /// <summary>₹ 4.82 Cr, ₹ 12.4 L, ₹ 45,200: key figures only, with the exact amount in the tooltip.</summary>
    public static string Compact(Money money)
    {
        var major = decimal.Abs(money.Major);
        var text = money.Currency == Currency.Inr ? InLakhs(major) : InMillions(major);
        return Sign(money) + Symbol(money.Currency) + NoBreakSpace + text;
    }

    /// <summary>18.00 %, from per cent (18.00m), with the decimals asked for.</summary>
    public static string Percent(decimal percent, int decimals = 2) =>
        percent.ToString("N" + decimals, Indian) + NoBreakSpace + "%";

    /// <summary>A change of a percentage: +0.6, −0.9.</summary>
    public static string Points(decimal points, int decimals = 1) =>
        points.ToString($"+0.{new string('0', decimals)};{Minus}0.{new string('0', decimals)};0.{new string('0', decimals)}", CultureInfo.InvariantCulture);

    public static string Count(long count) => count.ToString("N0", Indian);

    public static string Symbol(Currency currency) => currency.Code switch
    {
        "INR" => "₹",
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        "JPY" => "¥",
        _ => currency.Code,
    };

    internal static NumberFormatInfo Groups(Currency currency) => currency == Currency.Inr ? Indian : Western;

    private static string Digits(Money money) =>
        decimal.Abs(money.Major).ToString("N" + money.Currency.Decimals, Groups(money.Currency));

    private static string Shortest(Money money) => money.Minor % money.Currency.MinorPerMajor == 0
        ? decimal.Abs(money.Major).ToString("N0", Groups(money.Currency))
        : Digits(money);

    private static string Sign(Money money) => money.IsNegative ? Minus.ToString() : "";

    private static string InLakhs(decimal major)
    {
        var crores = decimal.Round(major / 1_00_00_000m, 2, MidpointRounding.AwayFromZero);
        if (crores >= 1m) return crores.ToString("N2", Indian) + NoBreakSpace + "Cr";
        var lakhs = decimal.Round(major / 1_00_000m, 1, MidpointRounding.AwayFromZero);
        return lakhs >= 1m
            ? lakhs.ToString("N1", Indian) + NoBreakSpace + "L"
            : decimal.Round(major, 0, MidpointRounding.AwayFromZero).ToString("N0", Indian);
    }

    private static string InMillions(decimal major)
    {
        var millions = decimal.Round(major / 1_000_000m, 2, MidpointRounding.AwayFromZero);
        return millions >= 1m
            ? millions.ToString("N2", Western) + NoBreakSpace + "M"
            : decimal.Round(major, 0, MidpointRounding.AwayFromZero).ToString("N0", Western);
    }

    private static NumberFormatInfo Grouped(params int[] sizes) => NumberFormatInfo.ReadOnly(new NumberFormatInfo
    {
        NumberGroupSizes = sizes,
        NumberGroupSeparator = ",",
        NumberDecimalSeparator = ".",
        NegativeSign = Minus.ToString(),
    });
}
