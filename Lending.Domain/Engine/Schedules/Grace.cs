namespace Lending.Domain.Engine;

/// <summary>Grace of progressive loans: instalments of interest only, or without payable interest, with the level amount over the rest.</summary>
internal static class Grace
{
    public static void OfInterest(InterestPlan plan)
    {
        if (plan.Terms.GraceInterestPayment == 0) return;
        foreach (var period in plan.Periods) period.GrantInterestGrace(period.Index < plan.Terms.GraceInterestPayment);
    }

    public static void OfPrincipal(InterestPlan plan, List<PlanPeriod> spread)
    {
        foreach (var period in plan.Periods) period.PrincipalGrace = false;
        if (plan.GraceLifted || plan.Terms.GracePrincipal == 0) return;
        var firstDue = spread[0].Due;
        for (var i = 0; i < Math.Min(plan.Terms.GracePrincipal, plan.Periods.Count); i++)
        {
            var period = plan.Periods[i];
            if (period.Due >= firstDue)
            {
                period.Spread(period.DueInterest);
                period.PrincipalGrace = true;
            }
            else if (period.DuePrincipal == 0) period.PrincipalGrace = true;
        }

        var amortizing = spread.FindAll(static p => !p.PrincipalGrace);
        if (amortizing.Count == 0) return;
        Balances.Carry(plan);
        LevelAmount.Spread(plan, amortizing);
    }
}
