namespace Lending.Domain.Engine;

/// <summary>Spreads the debt evenly over the instalments from a due date on.</summary>
internal static class Spreading
{
    /// <summary>What happens on a due date belongs to the next instalment.</summary>
    public static DateOnly FirstAffected(InterestPlan plan, PlanPeriod changed, DateOnly date) =>
        changed.Due == date && changed.Index + 1 < plan.Periods.Count ? plan.Periods[changed.Index + 1].Due : changed.Due;

    public static void From(InterestPlan plan, DateOnly firstDue, bool onThePlanItself)
    {
        var periods = plan.Periods.FindAll(p => p.Due >= firstDue);
        Grace.OfInterest(plan);
        foreach (var period in periods) RateFactors.Refresh(period);
        if (periods.Count == 0) return;
        if (plan.Terms.InterestBase is InterestBase.Flat)
        {
            FlatAmount.Spread(plan, periods);
            Grace.OfPrincipal(plan, periods);
            return;
        }

        Balances.Carry(plan);
        if (onThePlanItself) LevelAmount.Spread(plan, periods);
        else AsIfNothingWerePaid(plan, periods, firstDue);
        Grace.OfPrincipal(plan, periods);
        Balances.Carry(plan);
        LastInstallment.Settle(plan, firstDue);
        if (onThePlanItself) Evening.Even(plan, periods);
    }

    // A later tranche does not change what earlier payments meant: the levels come from the same loan without payments.
    private static void AsIfNothingWerePaid(InterestPlan plan, List<PlanPeriod> periods, DateOnly firstDue)
    {
        var trial = plan.TrialCopy();
        RateFactors.Refresh(trial);
        From(trial, firstDue, onThePlanItself: true);
        foreach (var period in periods)
            if (trial.Periods[period.Index] is var found) (_, period.OriginalLevel) = (Set(period, found.Level), found.OriginalLevel);

        static bool Set(PlanPeriod period, decimal level)
        {
            period.SetLevel(level);
            return true;
        }
    }
}
