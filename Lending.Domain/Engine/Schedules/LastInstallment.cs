namespace Lending.Domain.Engine;

/// <summary>The last open instalment takes what is left, so that totals are exact (rule "Common 3").</summary>
internal static class LastInstallment
{
    public static void Settle(InterestPlan plan, DateOnly on)
    {
        CutToWhatIsOwed(plan);
        if ((LastOpen(plan) ?? Unpaid(plan)) is not { } period) return;
        foreach (var each in plan.Periods) each.MoveInterestUp(false);
        period.Pull(0);
        var totals = PlanTotals.Of(plan);

        // Where the rest is negative, instalments from the end come to nothing one after the other; the bound is a guard only.
        for (var round = 0; round <= plan.Periods.Count; round++)
        {
            var after = plan.Periods.Count - period.Index;
            var (interest, levels) = TailOf(plan, after);
            var settled = TakeTheRest(period, totals);
            if (!settled)
            {
                LaterInterest.Pull(plan, period, on);
                return;
            }

            if ((LastOpen(plan) ?? Unpaid(plan)) is not { } next) return;
            var (interestNow, levelsNow) = TailOf(plan, after);
            totals = totals with { Interest = totals.Interest - interest + interestNow, Levels = totals.Levels - levels + levelsNow };
            period = next;
            if (period.PulledInterest == 0) continue;
            period.Pull(0);
            totals = PlanTotals.Of(plan);
        }
    }

    private static PlanPeriod? LastOpen(InterestPlan plan) => plan.Periods.FindLast(static p => !p.FullyPaid);

    // Interest and levels of the last instalments: all that changes when one of them does.
    private static (decimal Interest, decimal Levels) TailOf(InterestPlan plan, int count)
    {
        var (interest, levels) = (0m, 0m);
        for (var i = plan.Periods.Count - count; i < plan.Periods.Count; i++)
            (interest, levels) = (interest + plan.Periods[i].DueInterest, levels + plan.Periods[i].LevelWithAdditions);
        return (interest, levels);
    }

    // No instalment may hold more principal than the loan still owes.
    private static void CutToWhatIsOwed(InterestPlan plan)
    {
        var (lent, paid) = (0m, 0m);
        foreach (var period in plan.Periods)
        {
            paid += period.PaidPrincipal;
            foreach (var stretch in period.Stretches) lent += stretch.Disbursed + stretch.Capitalized + stretch.CreditedPrincipal;
        }

        var owed = Precise.NotNegative(lent) - paid;
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
    private static bool TakeTheRest(PlanPeriod period, PlanTotals totals)
    {
        var level = period.Level + totals.Principal + totals.Interest - totals.Levels;
        if (period.FixedInterest > 0) level = Math.Max(level, period.PaidPrincipal + period.FixedInterest);
        var paid = period.TotalPaid - period.Credited;
        var settled = level < paid;
        period.SetLevel(settled ? paid : level);
        return settled;
    }
}
