using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>What a product takes out of an amount at disbursement (LOS-073, LOS-104, GAP-50).</summary>
public static class Charges
{
    /// <summary>Every fee of the product for this amount, each rounded once to whole minor units, with its tax.</summary>
    public static ImmutableArray<Charge> Of(LoanProduct product, Money amount) =>
        [.. product.Fees.Select(terms => Of(terms, amount, product.Rounding))];

    /// <summary>What reaches the borrower: the amount less every fee and tax.</summary>
    public static Money NetOf(Money amount, ImmutableArray<Charge> charges)
    {
        foreach (var charge in charges) amount -= charge.Total;
        return amount;
    }

    private static Charge Of(FeeTerms terms, Money amount, MidpointRounding rounding)
    {
        var currency = amount.Currency;
        var stated = terms switch
        {
            { Percent: { } percent } => Money.Round(amount.Minor * percent / 100m, currency, rounding),
            { Fixed: { } sum } => sum,
            _ => Money.Zero(currency),
        };
        if (!terms.TaxInclusive)
            return new Charge(terms.Code, terms.Name, stated, Money.Round(stated.Minor * terms.GstPercent / 100m, currency, rounding));

        // Inside: the fee without tax is rounded and the tax is the rest, so that the two add up to what was stated.
        var fee = Money.Round(stated.Minor / (1m + terms.GstPercent / 100m), currency, rounding);
        return new Charge(terms.Code, terms.Name, fee, stated - fee);
    }
}
