namespace Lending.Domain.Engine;

/// <summary>
/// Arithmetic of rates and interest: every product and quotient keeps 19 significant digits, halves to even
/// (rule "Common 2"). Amounts are rounded to the currency only where a rule says so.
/// </summary>
internal static class Precise
{
    private const int Digits = 19;
    private const decimal NineteenDigits = 9_999_999_999_999_999_999m;

    // 10^0 … 10^28, to count the digits of a mantissa.
    private static readonly decimal[] Powers = MakePowers();

    public static decimal Times(decimal left, decimal right) => Round(left * right);

    public static decimal Over(decimal left, decimal right) => Round(left / right);

    /// <summary>An amount in the currency's smallest unit, halves to even.</summary>
    public static decimal Amount(decimal value, int decimals) => decimal.Round(value, decimals, MidpointRounding.ToEven);

    /// <summary>The nearest whole multiple; a multiple of 0 changes nothing.</summary>
    public static decimal Multiple(decimal amount, int multiple) =>
        multiple <= 0 ? amount : decimal.Round(amount / multiple, 0, MidpointRounding.ToEven) * multiple;

    public static decimal NotNegative(decimal value) => value < 0 ? 0 : value;

    public static decimal Round(decimal value)
    {
        var scale = value.Scale;
        if (scale == 0) return value;
        var mantissa = decimal.Abs(value);
        // Below 10^19 as a whole number there are at most 19 digits, wherever the point stands.
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(mantissa, bits);
        if (bits[2] == 0 && (uint)bits[1] < 0x8AC72304u) return value;
        var whole = new decimal(bits[0], bits[1], bits[2], false, 0);
        if (whole <= NineteenDigits) return value;
        var digits = Digits + 1;
        while (digits < Powers.Length && whole >= Powers[digits]) digits++;
        var keep = scale - (digits - Digits);
        return decimal.Round(value, keep < 0 ? 0 : keep, MidpointRounding.ToEven);
    }

    private static decimal[] MakePowers()
    {
        var powers = new decimal[29];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++) powers[i] = powers[i - 1] * 10;
        return powers;
    }
}
