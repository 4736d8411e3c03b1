namespace Lending.Domain.Engine;

/// <summary>
/// Flat interest on a progressive loan (rule PROG-FLAT): the level instalment is (amount + all interest) / n rounded, the last takes the
/// rest, and what was already paid is never taken back out of an instalment.
/// </summary>
internal static class FlatAmount
{
    public static void Spread(InterestPlan plan, List<PlanPeriod> periods)
    {
        var (first, last) = (periods[0], periods[^1]);
        var interest = LevelAmount.FixedShare(plan, periods);
        foreach (var period in periods)
        {
            var own = period.CalculatedInterest;
            interest += own;
            period.SetLevel(own);
        }

        var repaid = first.Previous is { } before ? before.LentBefore(null) - before.BalanceAfter : 0;
        var total = first.LentBefore(first.Stretches[^1]) + interest - repaid;
        var level = Precise.Multiple(plan.Terms.Money(Precise.Over(total, periods.Count)), plan.Terms.InstallmentMultipleOf);
        var rest = total - (level * periods.Count);

        var excess = 0m;
        foreach (var period in periods)
        {
            var own = ReferenceEquals(period, last) ? level + rest : level;
            var enough = own + period.Credited + period.PulledInterest;
            excess += Precise.NotNegative(period.TotalPaid - enough);
            period.Spread(enough >= period.TotalPaid ? own : period.TotalPaid);
        }

        TakeBack(periods, excess);
        Balances.Carry(plan); // Once, for flat interest does not depend on the balance.
    }

    // What early instalments keep above their level is taken from the last ones.
    private static void TakeBack(List<PlanPeriod> periods, decimal excess)
    {
        for (var i = periods.Count - 1; i >= 0 && excess > 0; i--)
        {
            var period = periods[i];
            if (period.FullyPaid) continue;
            var paid = period.TotalPaid - period.Credited - period.PulledInterest;
            var level = Math.Max(period.CalculatedInterest, Math.Max(Math.Max(period.Level - excess, 0), paid));
            excess -= period.Level - level;
            period.SetLevel(level);
        }
    }
}
