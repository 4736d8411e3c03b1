namespace Lending.Domain.Engine;

/// <summary>Overdue instalments are closed at what was paid, and the balance is spread evenly over those to come.</summary>
internal static class ReAmortizePlan
{
    public static void Spread(Allocator run, Entry entry)
    {
        var (plan, date) = (run.Plan, entry.Date);
        var past = plan.Periods.FindAll(p => p.Due <= date && !p.FullyPaid);
        entry.Principal = past.Sum(static p => p.OpenPrincipal);
        entry.Interest = past.Sum(static p => p.OpenInterest);
        entry.Amount = entry.Principal + entry.Interest;
        plan.GraceLifted = true;
        PlanEnding.LiftOpen(plan, date);
        var future = plan.Periods.FindAll(p => p.Due > date);
        LevelAmount.Spread(plan, future);
        Balances.Carry(plan);
        LastInstallment.Settle(plan, date);
        Evening.Even(plan, future);
        RowSync.ByDue(run, date);
    }
}
