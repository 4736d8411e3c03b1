namespace Lending.Domain.Engine;

/// <summary>Tranches and capitalised income: the level amount is found anew over the instalments from the one they fall in.</summary>
internal static class PlanTranches
{
    public static void Add(InterestPlan plan, DateOnly date, decimal amount)
    {
        // Without partial periods a tranche counts from the start of its instalment.
        if (plan.Terms is { InterestPeriods: InterestPeriods.SameAsRepaymentPeriod, PartialPeriodInterest: false }
            && plan.Periods.Find(p => p.Due > date) is { } period) date = period.From;
        if (plan.Terms.FullTermTranche && !plan.IsTrial)
        {
            FullTermTranche.Add(plan, date, amount);
            return;
        }

        Lend(plan, date, amount);
        if (FirstTranche.Fill(plan, date, amount)) return;
        if (Balances.Change(plan, date, disbursed: amount) is { } changed) Spread(plan, changed, date);
    }

    public static void Capitalize(InterestPlan plan, DateOnly date, decimal amount)
    {
        Lend(plan, date, amount);
        if (Balances.Change(plan, date, capitalized: amount) is { } changed) Spread(plan, changed, date);
    }

    public static void Lend(InterestPlan plan, DateOnly date, decimal amount)
    {
        foreach (var period in plan.Periods)
            if (date <= period.From) period.LentAtStart += amount;
    }

    private static void Spread(InterestPlan plan, PlanPeriod changed, DateOnly date) =>
        Spreading.From(plan, Spreading.FirstAffected(plan, changed, date), onThePlanItself: plan.IsEmpty || plan.IsTrial);
}
