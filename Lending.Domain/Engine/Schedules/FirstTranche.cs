namespace Lending.Domain.Engine;

/// <summary>
/// The first tranche of a plain plan, lent on its first day before anything else happened: the figures of a <see cref="LevelSchedule"/>,
/// so that a loan, a quote and a simulation share one arithmetic.
/// </summary>
internal static class FirstTranche
{
    /// <summary>Whether the plan was filled; if not, nothing changed.</summary>
    public static bool Fill(InterestPlan plan, DateOnly date, decimal amount)
    {
        if (plan.IsTrial || date != plan.Start || plan.Rates.Count > 0 || !LevelSchedule.Covers(plan.Terms, amount) || !plan.Periods.TrueForAll(IsUntouched))
            return false;
        var schedule = LevelSchedule.Of(plan.Terms, Dates(plan), amount, plan.Counting);
        if (schedule.Level <= 0) return false;
        for (var i = 0; i < plan.Periods.Count - 1; i++)
            if (schedule.Principal(i) == 0 && schedule.Interest(i) > 0) return false; // Interest moves on, which the plan carries itself.

        Balances.Change(plan, date, disbursed: amount);
        plan.Periods[0].Stretches[0].Earn(0, schedule.FactorsOf(0).Interest);
        var balance = amount;
        for (var i = 0; i < plan.Periods.Count; i++)
        {
            var (period, stretch) = (plan.Periods[i], plan.Periods[i].Stretches[^1]);
            var (interest, level) = schedule.FactorsOf(i);
            stretch.Earn(level, interest);
            stretch.Carry(balance);
            period.Adopt(schedule.Principal(i), schedule.Interest(i), schedule.IsEvened ? null : schedule.Level);
            balance -= schedule.Principal(i);
        }

        plan.MarkCalculated();
        return true;
    }

    private static bool IsUntouched(PlanPeriod period) =>
        period is { Level: 0, TotalPaid: 0, FixedInterest: 0, Stretches: [{ Paused: false }] };

    private static (DateOnly From, DateOnly Due)[] Dates(InterestPlan plan)
    {
        var dates = new (DateOnly, DateOnly)[plan.Periods.Count];
        for (var i = 0; i < dates.Length; i++) dates[i] = (plan.Periods[i].From, plan.Periods[i].Due);
        return dates;
    }
}
