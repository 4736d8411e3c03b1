namespace Lending.Domain.Engine;

/// <summary>
/// Where the last open instalment is not the last one (later ones were paid ahead), interest of the later days up to a date has no
/// instalment of its own and is paid with the open one (rule +RECALC "interest that does not fit moves").
/// </summary>
internal static class LaterInterest
{
    public static void Pull(InterestPlan plan, PlanPeriod open, DateOnly until)
    {
        if (ReferenceEquals(open, plan.Last)) return;
        var copy = plan.Copy();
        // Interest of overdue principal on the instalment itself would be counted twice.
        var beyond = copy.Overdue.Exists(o => o.PeriodDue > open.Due);
        var reset = !beyond && copy.Overdue.Exists(o => o.PeriodDue == open.Due);
        if (reset) OverdueInterest.TakeBack(copy);
        PlanOnDate.EarnUntil(copy, until);
        if (reset) Balances.Carry(copy);

        var late = copy.Periods.FindLast(p => p.Unrecognized > 0 && p.Due > open.Due);
        if (late is null) return;
        open.Pull(late.Unrecognized);
        foreach (var period in plan.Periods)
            if (period.Due > open.Due) period.MoveInterestUp(true);
    }
}
