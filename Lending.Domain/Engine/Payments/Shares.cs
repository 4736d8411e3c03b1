namespace Lending.Domain.Engine;

/// <summary>Equal shares in the currency, with what the last one takes more or less.</summary>
internal static class Shares
{
    public static (decimal Each, decimal LastMore) Of(CreditTerms terms, decimal amount, int parts)
    {
        if (parts == 1) return (amount, 0);
        var share = terms.Money(Precise.Over(amount, parts));
        var rest = amount - (share * parts);
        if (share + rest >= 0) return (share, rest);

        // Rounded down, so that no share pays more than there is.
        share = decimal.Round(Precise.Over(amount, parts), terms.Decimals, MidpointRounding.ToZero);
        return (share, amount - (share * parts));
    }
}
