using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Lending.Domain;

namespace Lending.Api.Requests;

/// <summary>An amount as it is sent to us: whole minor units (paise) and an ISO 4217 code. More than zero, at most ten to the twelfth.</summary>
public sealed record MoneyDto(
    [Range(1L, MoneyDto.MinorMax)] long Minor,
    [RegularExpression("^[A-Z]{3}$")] string Currency)
{
    public const long MinorMax = 1_000_000_000_000;

    /// <summary>The amount, or a refusal where the platform has no such currency or the product another one.</summary>
    public Outcome<Money> In(Currency expected) => Currency == expected.Code
        ? new Money(Minor, expected)
        : new CurrencyMismatch(expected.Code);
}

/// <summary>An amount as we answer it: minor units, currency, and the text to show.</summary>
public sealed record MoneyAnswer(long Minor, string Currency, string Text)
{
    // Lakh and crore: the last three digits, then pairs.
    private static readonly NumberFormatInfo Indian = new()
    {
        NumberGroupSizes = [3, 2], NumberGroupSeparator = ",", NumberDecimalSeparator = ".", NegativeSign = "-",
    };

    public static MoneyAnswer Of(Money money) => new(money.Minor, money.Currency.Code, TextOf(money));

    public static MoneyAnswer? Of(Money? money) => money is { } amount ? Of(amount) : null;

    private static string TextOf(Money money) => money.Currency == Domain.Currency.Inr
        ? $"₹ {money.Major.ToString("N2", Indian)}"
        : $"{money.Currency.Code} {money.Major.ToString("N" + money.Currency.Decimals, CultureInfo.InvariantCulture)}";
}
