using System.Globalization;

namespace Lending.Domain;

/// <summary>Amounts as people read them: ₹ 1,00,000.00 with Indian grouping for the rupee, 100,000.00 with the code for others.</summary>
public static class AmountText
{
    private static readonly NumberFormatInfo Indian = new() { NumberGroupSizes = [3, 2], NumberGroupSeparator = ",", NumberDecimalSeparator = ".", NegativeSign = "\u2212" };
    private static readonly NumberFormatInfo International = new() { NegativeSign = "\u2212" };

    public static string Number(Money money) =>
        money.Major.ToString("N" + money.Currency.Decimals, money.Currency == Currency.Inr ? Indian : International);

    public static string Text(Money money) => money.Currency == Currency.Inr ? $"₹\u00a0{Number(money)}" : $"{money.Currency.Code}\u00a0{Number(money)}";
}
