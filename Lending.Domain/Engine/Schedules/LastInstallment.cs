namespace Lending.Domain.Engine;

/// <summary>The last open instalment takes what is left, so that totals are exact (rule "Common 3").</summary>
internal static class LastInstallment
{
    public static void Settle(InterestPlan plan, DateOnly on)
    {
        // Each round either ends or settles one more instalment; the bound is a guard only.
        for (var round = 0; round <= plan.Periods.Count; round++)
        {
            CutToWhatIsOwed(plan);
            var period = plan.Periods.FindLast(static p => !p.FullyPaid) ?? Unpaid(plan);
            if (period is null) return;
            if (TakeTheRest(plan, period)) continue;
            LaterInterest.Pull(plan, period, on);
            return;
        }
    }

    // No instalment may hold more principal than the loan still owes.
    private static void CutToWhatIsOwed(InterestPlan plan)
    {
        var owed = plan.TotalPrincipal - plan.TotalPaidPrincipal;
        foreach (var period in plan.Periods)
        {
            var above = period.OpenPrincipal - owed;
            if (above <= 0) continue;
            var level = period.Level - above;
            period.SetLevel(Math.Max(level, Precise.NotNegative(period.TotalPaid - period.Credited)));
        }
    }

    private static PlanPeriod? Unpaid(InterestPlan plan) =>
        plan.TotalPaidPrincipal == 0 && plan.Last.Stretches.Count > 0 && plan.Last.BalanceAfter > 0 ? plan.Last : null;

    /// <summary>Whether the instalment turned out to be settled already, so that an earlier one must take the rest.</summary>
    private static bool TakeTheRest(InterestPlan plan, PlanPeriod period)
    {
        period.Pull(0);
        foreach (var each in plan.Periods) each.MoveInterestUp(false);

        var lent = plan.Sum(static p => p.Sum(static s => s.Disbursed + s.Capitalized) + p.CreditedPrincipal);
        var rest = lent + plan.TotalInterest - plan.Sum(static p => p.LevelWithAdditions);
        var level = period.Level + rest;
        if (period.FixedInterest > 0) level = Math.Max(level, period.PaidPrincipal + period.FixedInterest);
        var paid = period.TotalPaid - period.Credited;
        var settled = level < paid;
        period.SetLevel(settled ? paid : level);
        return settled;
    }
}
