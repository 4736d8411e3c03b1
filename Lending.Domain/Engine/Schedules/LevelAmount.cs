using System.Runtime.InteropServices;

namespace Lending.Domain.Engine;

/// <summary>
/// The level instalment E = P x product(1+f) / F with F1 = 1, Fk = 1 + F(k-1) x (1+fk), rounded once, then to the multiple
/// (rule PROG-EMI "Level instalment").
/// </summary>
internal static class LevelAmount
{
    // Product and F grow together; beyond this both are made smaller by the same power of ten, which leaves their ratio as it is.
    private const decimal TooLarge = 100_000_000m;

    public static void Spread(InterestPlan plan, List<PlanPeriod> periods)
    {
        if (periods.Count == 0) return;
        if (plan.Terms.InterestBase is InterestBase.Flat)
        {
            FlatAmount.Spread(plan, periods);
            return;
        }

        var level = Multiple(plan.Terms, plan.Terms.Money(Of(periods, ToSpread(periods[0]))) + FixedShare(plan, periods));
        foreach (var period in CollectionsMarshal.AsSpan(periods))
            if (level >= period.TotalPaid) period.Spread(level);
    }

    /// <summary>Half to even to the product's multiple, but never a level of nothing (it would pile up on the last instalment).</summary>
    public static decimal Multiple(CreditTerms terms, decimal level)
    {
        var rounded = Precise.Multiple(level, terms.InstallmentMultipleOf);
        return rounded == 0 && level > 0 ? level : rounded;
    }

    /// <summary>Each instalment's share of interest that was settled as an amount.</summary>
    public static decimal FixedShare(InterestPlan plan, List<PlanPeriod> periods)
    {
        var sum = 0m;
        foreach (var period in CollectionsMarshal.AsSpan(periods)) sum += period.FixedInterest;
        return sum == 0 ? 0 : plan.Terms.Money(Precise.Over(sum, periods.Count));
    }

    private static decimal ToSpread(PlanPeriod first) =>
        (first.Previous?.BalanceAfter ?? 0) + first.Sum(static s => s.Disbursed + s.Capitalized);

    private static decimal Of(List<PlanPeriod> periods, decimal principal)
    {
        var (product, f, one) = (1m, 1m, 1m);
        for (var i = 0; i < periods.Count; i++)
        {
            var factor = periods[i].InterestGrace && periods[i].Plan.Terms.GraceInterestPayment > 0 ? 1 : periods[i].FactorPlusOne;
            product = Precise.Times(product, factor);
            if (i > 0) f = Precise.Round(one + Precise.Times(f, factor));
            if (product > TooLarge) (product, f, one) = (product / TooLarge, f / TooLarge, one / TooLarge);
        }

        return Precise.Over(Precise.Times(product, principal), f);
    }
}
