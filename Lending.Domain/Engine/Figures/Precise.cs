namespace Lending.Domain.Engine;

/// <summary>
/// Arithmetic of rates and interest: every product and quotient keeps 19 significant digits, halves to even
/// (rule "Common 2"). Amounts are rounded to the currency only where a rule says so.
/// </summary>
internal static class Precise
{
    private const ulong NineteenDigits = 9_999_999_999_999_999_999;

    private static readonly UInt128[] Powers = MakePowers();

    public static decimal Times(decimal left, decimal right) => Round(left * right);

    public static decimal Over(decimal left, decimal right) => Round(left / right);

    /// <summary>The nearest whole multiple; a multiple of 0 changes nothing.</summary>
    public static decimal Multiple(decimal amount, int multiple) =>
        multiple <= 0 ? amount : decimal.Round(amount / multiple, 0, MidpointRounding.ToEven) * multiple;

    public static decimal NotNegative(decimal value) => value < 0 ? 0 : value;

    public static decimal Round(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        // Below 10^19 as a whole number there are at most 19 digits, wherever the point stands.
        var high = (uint)bits[2];
        var low = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        if (high == 0 && low <= NineteenDigits) return value;
        var scale = (bits[3] >> 16) & 0xFF;
        var keep = scale - DigitsTooMany(high, low);
        return decimal.Round(value, keep < 0 ? 0 : keep, MidpointRounding.ToEven);
    }

    private static int DigitsTooMany(uint high, ulong low)
    {
        var mantissa = ((UInt128)high << 64) | low;
        var more = 1;
        while (more < Powers.Length && mantissa >= Powers[more]) more++;
        return more;
    }

    // 10^19 … 10^28, to count the digits of a mantissa beyond 19.
    private static UInt128[] MakePowers()
    {
        var powers = new UInt128[10];
        powers[0] = 10_000_000_000_000_000_000;
        for (var i = 1; i < powers.Length; i++) powers[i] = powers[i - 1] * 10;
        return powers;
    }
}
