namespace Lending.Domain.Engine;

/// <summary>
/// Overdue principal bears interest up to the day the loan was last touched, and from there on as scheduled (rule +RECALC "Balance that
/// bears interest on day t").
/// </summary>
internal static class OverdueInterest
{
    /// <summary>Whether the plan changed.</summary>
    public static bool CatchUp(InterestPlan plan, DateOnly date, bool isPayoff)
    {
        var until = date > plan.Last.Due ? plan.Last.Due : date;
        var overdue = plan.Periods.FindAll(p => !p.HoldsEarlyPayments && until > p.Due);
        if (overdue.Count == 0) return false;

        var (changed, last, all) = (false, 0m, 0m);
        foreach (var period in overdue)
        {
            if (last != 0) changed |= Charge(plan, period, until, last, all, isPayoff);
            last = period.OpenPrincipal;
            all += last;
        }

        var current = plan.PeriodOf(until) ?? plan.Last;
        if (!ReferenceEquals(current, plan.Last) || until <= plan.Last.Due) changed |= Charge(plan, current, until, last, all, isPayoff);
        if (all > 0 && (plan.OverdueUntil is null || plan.OverdueUntil < until)) plan.OverdueUntil = until;
        return changed;
    }

    /// <summary>Takes back all interest of overdue principal.</summary>
    public static void TakeBack(InterestPlan plan)
    {
        foreach (var correction in plan.Overdue) Balances.Change(plan, correction.On, corrected: -correction.Amount);
        plan.Overdue.Clear();
        plan.OverdueUntil = null;
    }

    private static bool Charge(InterestPlan plan, PlanPeriod period, DateOnly until, decimal last, decimal all, bool isPayoff)
    {
        if (until == plan.OverdueUntil) return false;
        var from = plan.OverdueUntil is { } charged && period.From <= charged ? charged : period.From;
        Correct(plan, from, last);
        if (until > period.From && until <= period.Due)
        {
            var end = RestDay(plan.Terms, period.Due, until, isPayoff);
            Correct(plan, end, -all);
            plan.OverdueUntil = end;
        }

        return true;
    }

    /// <summary>Up to when interest counts: the day itself, or the end of its instalment (rest and preClose of the product).</summary>
    public static DateOnly RestDay(CreditTerms terms, DateOnly due, DateOnly date, bool isPayoff) =>
        terms.Recalculation is { PreClose: PayoffInterest.TillRestFrequencyDate } rule && (isPayoff || rule.Rest is RestPeriod.SameAsRepayment)
            ? due : date;

    private static void Correct(InterestPlan plan, DateOnly on, decimal amount)
    {
        if (Balances.Change(plan, on, corrected: amount) is not { } period) return;
        plan.Overdue.Add(new(on, amount, period.Due));
        RateFactors.Refresh(period);
        Balances.Carry(plan);
        LastInstallment.Settle(plan, on);
    }
}
