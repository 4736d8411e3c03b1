using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>The fees that come with instalments: each rounded once per instalment, with its tax (LOS-073).</summary>
internal static class ScheduledFees
{
    public static ImmutableArray<ScheduledInstalment> Add(
        LoanProduct product, Money amount, DateOnly payout, ImmutableArray<ScheduledInstalment> rows)
    {
        foreach (var terms in product.Fees)
        {
            if (terms.When is FeeTime.Payout) continue;
            var only = terms.When is FeeTime.OnDay ? NumberOn(rows, payout.AddDays(terms.DaysAfterPayout)) : 0;
            rows =
            [
                .. rows.Select(row => row.From == row.Due || (only > 0 && row.Number != only) ? row
                    : With(row, Charges.Of(terms, BaseOf(terms, row, amount), product.Rounding, coupon: null))),
            ];
        }

        return rows;
    }

    /// <summary>The fee of an instalment that a change adds: what comes with each instalment, on its own parts. A fee of one day stays with the instalment it came with.</summary>
    public static InstalmentFee? OfAdded(LoanProduct product, Money amount, ScheduledInstalment row)
    {
        foreach (var terms in product.Fees)
            if (terms.When is FeeTime.EachInstalment) row = With(row, Charges.Of(terms, BaseOf(terms, row, amount), product.Rounding, coupon: null));
        var zero = Money.Zero(amount.Currency);
        return row.Fee is { } fee ? new(fee, row.FeeTax ?? zero, zero, zero) : null;
    }

    private static ScheduledInstalment With(ScheduledInstalment row, Charge charge) => charge.Total.IsZero ? row : row with
    {
        Fee = (row.Fee ?? Money.Zero(charge.Fee.Currency)) + charge.Total,
        FeeTax = (row.FeeTax ?? Money.Zero(charge.Fee.Currency)) + charge.Tax,
    };

    // A day after the last due date comes with the last instalment.
    private static int NumberOn(ImmutableArray<ScheduledInstalment> rows, DateOnly day)
    {
        foreach (var row in rows)
            if (row.From != row.Due && day <= row.Due) return row.Number;
        return rows[^1].Number;
    }

    private static Money BaseOf(FeeTerms terms, ScheduledInstalment row, Money amount) => terms.Base switch
    {
        FeeBase.Principal => row.Principal,
        FeeBase.Interest => row.Interest,
        FeeBase.PrincipalAndInterest => row.Principal + row.Interest,
        _ => amount,
    };
}
