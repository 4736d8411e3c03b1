namespace Lending.Domain.Engine;

/// <summary>
/// Payments and credits as the plan sees them: principal paid early saves interest from the next day, and paying an instalment to come
/// pays its level amount as principal (rule +RECALC "Paying ahead").
/// </summary>
internal static class PlanPayments
{
    public static void PayInterest(InterestPlan plan, DateOnly from, DateOnly due, DateOnly on, decimal amount)
    {
        var period = plan.Find(from, due);
        if (LatestOpenBeforeTheEnd(plan, on) is { } open && ReferenceEquals(open, period)) LaterInterest.Pull(plan, open, on);
        amount = Math.Min(amount, plan.TotalInterest - plan.TotalPaidInterest);
        period?.Pay(0, amount);
        Balances.Carry(plan);
        LastInstallment.Settle(plan, on);
    }

    public static void PayPrincipal(InterestPlan plan, DateOnly from, DateOnly due, DateOnly on, decimal amount)
    {
        if (amount == 0) return;
        var period = plan.Find(from, due);
        var counted = plan.TotalPaidPrincipal + amount > plan.TotalPrincipal + plan.Sum(static p => p.CreditedPrincipal)
            ? plan.TotalPrincipal - plan.TotalPaidPrincipal : amount;
        period?.Pay(counted, 0);

        // What is paid late was charged as overdue; the instalment's own balance ends at its due date.
        var effective = due < on ? due : on;
        Correct(plan, effective, -amount);
        if (!plan.KeepsLevelsInPayment || period is null) return;
        var several = plan.Periods.Count(static p => !p.FullyPaid) > 1;
        if (several && on < period.From
            && (period.TotalPaid > period.LevelWithAdditions || period.TotalPaid == period.OriginalLevel + period.Credited))
            period.SetLevel(period.TotalPaid - period.Credited);
        LastInstallment.Settle(plan, effective);
    }

    /// <summary>A chargeback or refund adds to the debt from the day on.</summary>
    public static void Credit(InterestPlan plan, DateOnly on, decimal principal, decimal interest)
    {
        if (Balances.Change(plan, on, corrected: principal) is not { } period) return;
        var holder = plan.Periods.Find(p => on >= p.From && (ReferenceEquals(p, plan.Last) ? on <= p.Due : on < p.Due));
        holder?.Stretches.FindLast(s => s.From == on)?.Credit(principal, interest);
        RateFactors.Refresh(period);
        Balances.Carry(plan);
        LastInstallment.Settle(plan, on);
    }

    public static void Correct(InterestPlan plan, DateOnly on, decimal amount)
    {
        if (Balances.Change(plan, on, corrected: amount) is not { } period) return;
        RateFactors.Refresh(period);
        Balances.Carry(plan);
        LastInstallment.Settle(plan, on);
    }

    /// <summary>What an instalment to come can be paid on a day: its level amount as principal, and interest only of days gone by.</summary>
    public static (decimal Principal, decimal Interest) DueOn(InterestPlan plan, DateOnly from, DateOnly due, DateOnly on)
    {
        var cut = PlanOnDate.CutAt(plan, on);
        var period = cut.Find(from, due);
        if (period is null) return (0, 0);
        var open = cut.Periods.Count(static p => !p.FullyPaid);
        if (on <= period.From) AdjustLevel(plan, cut, period, open);

        var vertical = plan.Terms.Direction is PaymentDirection.Vertical;
        var principal = vertical && open > 1 ? period.LevelWithAdditions : period.DuePrincipal;
        var interest = period.DueInterest;
        return vertical
            ? (Cap(principal, cut.TotalPrincipal - cut.TotalPaidPrincipal, period.PaidPrincipal),
                Cap(interest, cut.TotalInterest - cut.TotalPaidInterest, period.PaidInterest))
            : (principal, interest);
    }

    private static void AdjustLevel(InterestPlan plan, InterestPlan cut, PlanPeriod period, int open)
    {
        if (period.ReAged)
        {
            if (plan.Find(period.From, period.Due) is { } source) period.SetLevel(source.Level);
            return;
        }

        if (open > 1)
        {
            period.SetLevel(period.OriginalLevel);
            period.SetLevel(period.Level - Precise.NotNegative(period.OpenPrincipal - cut.OpenPrincipal));
        }
        else if (period.FullyPaid && open == 1)
        {
            period.SetLevel(Math.Min(
                period.OriginalLevel, cut.TotalPrincipal - cut.TotalPaidPrincipal + period.PaidPrincipal + period.DueInterest));
        }
    }

    private static decimal Cap(decimal due, decimal open, decimal paid) => Math.Min(due, Math.Max(open, paid));

    private static PlanPeriod? LatestOpenBeforeTheEnd(InterestPlan plan, DateOnly on)
    {
        var open = plan.Periods.FindLast(static p => !p.FullyPaid);
        return open is null || ReferenceEquals(open, plan.Last) || on < open.Due ? null : open;
    }
}
