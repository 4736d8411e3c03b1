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
            var (principal, carried) = (period.DuePrincipal, period.Unrecognized);
            if (!TakeTheRest(period, totals, on))
            {
                LaterInterest.Pull(plan, period, on);
                return;
            }

            if ((OpenBefore(plan, period.Index) ?? Unpaid(plan)) is not { } next) return;
            var clean = period.Unrecognized == carried && next.PulledInterest == 0;
            next.Pull(0);
            totals = clean ? totals with { DuePrincipal = totals.DuePrincipal - principal + period.DuePrincipal } : PlanTotals.Of(plan);
            period = next;
        }
    }

    private static PlanPeriod? LastOpen(InterestPlan plan) => OpenBefore(plan, plan.Periods.Count);

    private static PlanPeriod? OpenBefore(InterestPlan plan, int index)
    {
        for (var i = index - 1; i >= 0; i--)
            if (!plan.Periods[i].FullyPaid) return plan.Periods[i];
        return null;
    }

    // No instalment may hold more principal than the loan still owes.
    private static void CutToWhatIsOwed(InterestPlan plan)
    {
        var (lent, paid) = (0m, 0m);
        foreach (var period in plan.Periods)
        {
            paid += period.PaidPrincipal;
            plan.Work.Add(period.Stretches.Count);
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
    private static bool TakeTheRest(PlanPeriod period, PlanTotals totals, DateOnly on)
    {
        var own = period.DuePrincipal + period.DueInterest - (period.LevelWithAdditions - period.Level);
        var level = own + totals.Principal - totals.DuePrincipal;
        // No later instalment is open to take it; in the instalment of the day only what was earned to the day counts (LaterInterest).
        if (on < period.From || ReferenceEquals(period, period.Plan.Last)) level += period.Unrecognized;
        if (period.FixedInterest > 0) level = Math.Max(level, period.PaidPrincipal + period.FixedInterest);
        var paid = period.TotalPaid - period.Credited;
        var settled = level < paid;
        period.SetLevel(settled ? paid : level);
        return settled;
    }
}
