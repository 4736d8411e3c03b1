using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>What a loan would cost if it were paid out on a day: charges, what arrives, the schedule and the totals (LOS-020).</summary>
public sealed record LoanQuote(
    Money Amount, int Tenure, DateOnly DisbursedOn, ImmutableArray<Charge> Charges, Money ChargesTotal, Money Net,
    ImmutableArray<ScheduledInstalment> Schedule, Money InterestTotal, Money RepaymentTotal)
{
    /// <summary>Fees that come with instalments, tax inside; null when there are none.</summary>
    public Money? InstalmentFees { get; init; }

    /// <summary>What a coupon took off the charges before tax; null when none was named.</summary>
    public Money? Discount { get; init; }

    /// <summary>TDS on the charges that arrives with the payout because the borrower withholds it, for the tax office; null when there is none.</summary>
    public Money? TdsBooked { get; init; }

    /// <summary>What the borrower has of the payout: all of it but the TDS, which is for the tax office.</summary>
    public Money Usable => Net - (TdsBooked ?? Money.Zero(Amount.Currency));

    /// <summary>Interest, charges and fees: what the loan costs over its whole term.</summary>
    public Money Cost => InterestTotal + ChargesTotal + (InstalmentFees ?? Money.Zero(Amount.Currency));
}

/// <summary>Previews; the same functions make the real loan.</summary>
public static class Quotes
{
    /// <summary>Tenure is in the product's unit. A coupon is one that <see cref="Coupons.Find"/> has found for the day.</summary>
    public static LoanQuote Of(LoanProduct product, Money amount, int tenure, DateOnly disbursedOn, BusinessCalendar calendar, CouponTerms? coupon = null)
    {
        var charges = product.Plan is RepaymentPlan.CreditLine ? Charges.OfDraw(product, amount) : ChargesOf(product, amount, tenure, disbursedOn, calendar, coupon);
        var net = Charges.NetOf(amount, charges);
        var schedule = Schedules.Of(product, amount, tenure, disbursedOn, calendar);
        var zero = Money.Zero(amount.Currency);
        var (interest, fees, discount) = (zero, zero, zero);
        foreach (var instalment in schedule)
        {
            interest += instalment.Interest;
            if (instalment.Fee is { } fee) fees += fee;
        }

        foreach (var charge in charges)
            if (charge.Discount is { } off) discount += off;
        var credit = Domain.Charges.TaxCreditOf(charges, amount.Currency);

        return new LoanQuote(amount, tenure, disbursedOn, charges, amount - net + credit, net, schedule, interest, amount + interest + fees)
        {
            InstalmentFees = fees.IsZero ? null : fees,
            Discount = discount.IsZero ? null : discount,
            TdsBooked = credit.IsZero ? null : credit,
        };
    }

    /// <summary>Every line that is taken out of the payout: the fees, and the interest of a long first period where the product says so.</summary>
    public static ImmutableArray<Charge> ChargesOf(
        LoanProduct product, Money amount, int tenure, DateOnly disbursedOn, BusinessCalendar calendar, CouponTerms? coupon = null)
    {
        var charges = Charges.Of(product, amount, coupon);
        var upfront = Schedules.UpfrontInterestOf(product, amount, tenure, disbursedOn, calendar);
        return upfront.IsZero ? charges : charges.Add(new(Charges.UpfrontInterest, "Interest up to the first period", upfront, Money.Zero(amount.Currency)));
    }
}
