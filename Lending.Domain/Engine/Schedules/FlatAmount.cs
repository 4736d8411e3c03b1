namespace Lending.Domain.Engine;

/// <summary>
/// Flat interest on a progressive loan (rule PROG-FLAT): the level instalment is (amount + all interest) / n rounded, the last takes the
/// rest, and what was already paid is never taken back out of an instalment.
/// </summary>
internal static class FlatAmount
{
    public static void Spread(InterestPlan plan, List<PlanPeriod> periods)
    {
        var first = periods[0];
        var interest = LevelAmount.FixedShare(plan, periods);
        foreach (var period in periods)
        {
            var own = period.CalculatedInterest;
            interest += own;
            period.SetLevel(own);
        }

        var repaid = first.Previous is { } before ? before.LentBefore(null) - before.BalanceAfter : 0;
        var total = first.LentBefore(first.Stretches[^1]) + interest - repaid;
        var level = LevelAmount.Multiple(plan.Terms, plan.Terms.Money(Precise.Over(total, periods.Count)));
        var interests = new decimal[periods.Count];
        for (var i = 0; i < interests.Length; i++) interests[i] = periods[i].CalculatedInterest;
        var owns = OwnAmounts(interests, level, total, principal: total - interest);

        var excess = 0m;
        for (var i = 0; i < owns.Length; i++)
        {
            var period = periods[i];
            var enough = owns[i] + period.Credited + period.PulledInterest;
            excess += Precise.NotNegative(period.TotalPaid - enough);
            period.Spread(enough >= period.TotalPaid ? owns[i] : period.TotalPaid);
        }

        TakeBack(periods, excess);
        Balances.Carry(plan); // Once, for flat interest does not depend on the balance.
    }

    /// <summary>
    /// What each instalment pays in all. A level rounded up to a multiple may repay all before the end; instalments after that pay their interest only.
    /// </summary>
    public static decimal[] OwnAmounts(decimal[] interests, decimal level, decimal total, decimal principal)
    {
        var owns = new decimal[interests.Length];
        Array.Fill(owns, level);
        owns[^1] = total - (level * (interests.Length - 1));
        if (owns[^1] >= interests[^1]) return owns;

        var carried = 0m;
        for (var i = 0; i < owns.Length; i++)
        {
            var due = interests[i] + carried;
            owns[i] = i == owns.Length - 1 ? principal + due : Math.Min(level, Precise.NotNegative(principal) + due);
            carried = Precise.NotNegative(due - owns[i]);
            principal -= owns[i] - due + carried;
        }

        return owns;
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
