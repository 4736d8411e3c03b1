namespace Lending.Domain.Engine;

/// <summary>
/// A tranche with a full term of its own: its own level schedule from the start of its instalment, added to the instalments that are
/// there and, where it lasts longer, as new ones.
/// </summary>
internal static class FullTermTranche
{
    public static void Add(InterestPlan plan, DateOnly date, decimal amount)
    {
        PlanTranches.Lend(plan, date, amount);
        var start = plan.Periods.Find(p => date >= p.From && date < p.Due)?.From ?? plan.Last.Due;
        var own = InterestPlan.Of(plan.Terms with { FullTermTranche = false, InstallmentMultipleOf = 0 }, DueDates.All(plan.Terms, start), DateCounting.OnGrid, plan.Work);
        PlanTranches.Add(own, date, amount);

        Balances.Change(plan, date, disbursed: amount);
        foreach (var added in own.Periods)
        {
            var level = added.DuePrincipal + added.DueInterest;
            if (plan.Periods.Find(p => p.From == added.From && p.Due == added.Due) is { } there)
            {
                there.Spread(there.Level + level);
                RateFactors.Refresh(there);
                continue;
            }

            var period = PlanPeriod.Of(plan, ReferenceEquals(added, own.Periods[0]) ? plan.Last.Due : added.From, added.Due, level);
            period.LentAtStart = plan.Last.LentAtStart;
            plan.Add(period);
            RateFactors.Refresh(period);
        }

        Balances.Carry(plan);
        LastInstallment.Settle(plan, date);
    }
}
