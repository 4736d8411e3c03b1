using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>What a product takes out of an amount at disbursement (LOS-073, LOS-104, GAP-50).</summary>
public static class Charges
{
    /// <summary>The code of interest that is taken out of the payout for a long first period.</summary>
    public const string UpfrontInterest = "upfront_interest";

    /// <summary>Every fee that is taken at payout for this amount, each rounded once to whole minor units, with its tax; a coupon lowers its fee before tax.</summary>
    public static ImmutableArray<Charge> Of(LoanProduct product, Money amount, CouponTerms? coupon = null) =>
    [
        .. product.Fees.Where(static terms => terms.When is FeeTime.Payout)
            .Select(terms => Of(terms, amount, product.Rounding, coupon?.FeeCode == terms.Code ? coupon : null)),
    ];

    /// <summary>Every fee that is taken out of a draw of this amount.</summary>
    public static ImmutableArray<Charge> OfDraw(LoanProduct product, Money amount) =>
        [.. product.Fees.Where(static terms => terms.When is FeeTime.EachDraw).Select(terms => Of(terms, amount, product.Rounding, null))];

    /// <summary>What reaches the borrower: the amount less every fee and tax, and the TDS on them where that is withheld at payout.</summary>
    public static Money NetOf(Money amount, ImmutableArray<Charge> charges)
    {
        foreach (var charge in charges) amount -= charge.Total - charge.TaxCredit;
        return amount;
    }

    /// <summary>Whether these leave nothing of the amount to the borrower: TDS that reaches them is for the tax office.</summary>
    public static bool TakeAll(Money amount, ImmutableArray<Charge> charges) => !(NetOf(amount, charges) - TaxCreditOf(charges, amount.Currency)).IsPositive;

    /// <summary>Tax that the lender is credited for on all of these.</summary>
    public static Money TaxCreditOf(ImmutableArray<Charge> charges, Currency currency)
    {
        var credit = Money.Zero(currency);
        foreach (var charge in charges) credit += charge.TaxCredit;
        return credit;
    }

    /// <summary>The interest among these that was taken out of the payout; null when none was.</summary>
    public static Money? UpfrontInterestIn(ImmutableArray<Charge> charges)
    {
        foreach (var charge in charges)
            if (charge.Code == UpfrontInterest) return charge.Fee;
        return null;
    }

    internal static Charge Of(FeeTerms terms, Money amount, MidpointRounding rounding, CouponTerms? coupon)
    {
        var currency = amount.Currency;
        var stated = terms switch
        {
            { Percent: { } percent } => Money.Round(amount.Minor * percent / 100m, currency, rounding),
            { Fixed: { } sum } => sum,
            _ => Money.Zero(currency),
        };
        var discount = coupon is null ? Money.Zero(currency) : DiscountOf(coupon, stated, rounding);
        stated -= discount;

        // Inside: the fee without tax is rounded and the tax is the rest, so that the two add up to what was stated.
        var fee = terms.TaxInclusive ? Money.Round(stated.Minor / (1m + terms.GstPercent / 100m), currency, rounding) : stated;
        var tax = terms.TaxInclusive ? stated - fee : Money.Round(stated.Minor * terms.GstPercent / 100m, currency, rounding);
        return new Charge(terms.Code, terms.Name, fee, tax)
        {
            Discount = discount.IsZero ? null : discount,
            Coupon = discount.IsZero ? null : coupon!.Code,
            TdsBooked = terms.TdsBooked,
            Withheld = terms.TdsPercent == 0 ? null : Money.Round(fee.Minor * terms.TdsPercent / 100m, currency, rounding),
        };
    }

    private static Money DiscountOf(CouponTerms coupon, Money stated, MidpointRounding rounding)
    {
        var discount = coupon.Percent is { } percent
            ? Money.Round(stated.Minor * percent / 100m, stated.Currency, rounding)
            : coupon.Fixed ?? Money.Zero(stated.Currency);
        return Money.Min(stated, coupon.Most is { } most ? Money.Min(most, discount) : discount);
    }
}
