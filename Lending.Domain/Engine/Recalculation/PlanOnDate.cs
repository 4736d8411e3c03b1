namespace Lending.Domain.Engine;

/// <summary>What a plan says on a day: interest counts up to it and no further (rule +RECALC).</summary>
internal static class PlanOnDate
{
    /// <summary>Leaves out all interest after a day.</summary>
    public static void EarnUntil(InterestPlan plan, DateOnly date)
    {
        var current = plan.PeriodOf(date);
        if (current is not null && StretchOf(current, date) is { } stretch)
        {
            stretch.End(date);
            RateFactors.Refresh(current);
        }

        for (var i = current?.Index ?? 0; i < plan.Periods.Count; i++)
            foreach (var later in plan.Periods[i].Stretches)
                if (date < later.To) later.Earn(0, 0);
    }

    /// <summary>The stretch of a day: from exclusive, to inclusive; the very first includes its first day.</summary>
    public static Stretch? StretchOf(PlanPeriod period, DateOnly date) =>
        period.Stretches.FindLast(s => date <= s.To && (date > s.From || (date == s.From && period.Index == 0 && ReferenceEquals(s, period.Stretches[0]))));

    /// <summary>Principal and interest that a payoff on the day would pay.</summary>
    public static (decimal Principal, decimal Interest) Owed(InterestPlan plan, DateOnly date)
    {
        var copy = plan.Copy();
        EarnUntil(copy, date);
        Balances.Carry(copy);
        LastInstallment.Settle(copy, date);
        return (Precise.NotNegative(copy.TotalPrincipal - copy.TotalPaidPrincipal), Precise.NotNegative(copy.TotalInterest - copy.TotalPaidInterest));
    }

    /// <summary>Interest of one instalment up to a day, without what a chargeback brought back unless asked for.</summary>
    public static decimal InterestOf(InterestPlan plan, DateOnly from, DateOnly due, DateOnly date, bool withCredits)
    {
        var period = CutAt(plan, date).Find(from, due);
        if (period is null) return 0;
        return withCredits ? period.CalculatedInterest : period.CalculatedInterest - period.CreditedInterest;
    }

    /// <summary>Open interest of the instalments that began before the day.</summary>
    public static decimal OpenInterest(InterestPlan plan, DateOnly date) =>
        CutAt(plan, date).Sum(p => p.From < date ? p.OpenInterest : 0);

    /// <summary>A copy in which the days after the date do not exist.</summary>
    public static InterestPlan CutAt(InterestPlan plan, DateOnly date)
    {
        var copy = plan.Copy();
        if (date >= copy.Last.Due) return copy;
        if (date < copy.Start)
        {
            foreach (var period in copy.Periods) Clear(period);
            return copy;
        }

        var current = copy.PeriodOf(date)!;
        foreach (var period in copy.Periods)
        {
            if (period.Due <= date) continue;
            if (ReferenceEquals(period, current)) CutStretches(period, date);
            else if (ReferenceEquals(period.Previous, current) && (period.Stretches[0].CreditedInterest > 0 || period.Stretches[0].CreditedPrincipal > 0))
            {
                // Credits on the first day of the next instalment are there already, without interest.
                period.Stretches[0].End(period.Stretches[0].From);
                period.Stretches.RemoveRange(1, period.Stretches.Count - 1);
            }
            else Clear(period);
        }

        RateFactors.Refresh(current);
        Balances.Carry(copy);
        LastInstallment.Settle(copy, date);
        return copy;
    }

    private static void CutStretches(PlanPeriod period, DateOnly date)
    {
        if (StretchOf(period, date) is not { } stretch) return;
        stretch.End(date);
        var next = period.Stretches.IndexOf(stretch) + 1;
        if (next < period.Stretches.Count) stretch.Credit(period.Stretches[next].CreditedPrincipal, period.Stretches[next].CreditedInterest);
        period.Stretches.RemoveRange(next, period.Stretches.Count - next);
        period.Touch();
    }

    private static void Clear(PlanPeriod period)
    {
        period.Stretches.Clear();
        period.Touch();
    }
}
