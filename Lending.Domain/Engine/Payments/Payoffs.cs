namespace Lending.Domain.Engine;

/// <summary>What is owed on a day, and whether a payment reaches it (rule +RECALC "payoff").</summary>
internal static class Payoffs
{
    public static decimal AmountOn(LoanAccount account, DateOnly date)
    {
        if (ClassicReplay.Recalculates(account)) return ClassicAmountOn(account, date);
        if (!account.FollowsBalance || account.Plan is not { } current) return account.Outstanding;
        var plan = current.Copy();
        plan.OverdueUntil = current.OverdueUntil;
        var until = UntilOf(account, date);
        if (account.Terms.Recalculation is { NoneOnPastDue: false }) OverdueInterest.CatchUp(plan, date, isPayoff: true);
        var (principal, interest) = PlanOnDate.Owed(plan, until);
        var outside = account.Rows.Where(r => r.IsDownPayment || r.Due > plan.Last.Due).Sum(static r => r.Principal.Open + r.Interest.Open);
        return principal + interest + outside + account.Rows.Sum(static r => r.Fees.Open + r.Penalties.Open);
    }

    // As the loan will stand when the payoff has worked it out again: all it owes, with the interest to the day.
    private static decimal ClassicAmountOn(LoanAccount account, DateOnly date)
    {
        account.WorkedOut.Add((date, account.BusinessDate));
        var interest = ClassicRecalculation.InterestTo(account, ClassicReplay.PeriodsOf(account, account.FirstDisbursement!.Value), date);
        account.WorkedOut.RemoveAt(account.WorkedOut.Count - 1);
        return Precise.NotNegative(account.Outstanding - account.Rows.Sum(static r => r.Interest.Charged) + interest);
    }

    public static bool IsReachedBy(Allocator run, Entry entry)
    {
        var row = run.Rows.Find(r => entry.Date <= r.Due && (entry.Date > r.From || (r.Number == 1 && entry.Date == r.From)));
        if (row is null) return false;
        var (principal, interest) = PlanOnDate.Owed(run.Plan, row.Due);
        return entry.Amount >= principal + interest;
    }

    /// <summary>Where a payoff owes interest to the end of an instalment that is paid already, that instalment takes it.</summary>
    public static void PullInterestToRestDay(Allocator run, Entry entry)
    {
        if (!run.IsPayoff || !run.FollowsBalance || run.Terms.Recalculation is not { PreClose: PayoffInterest.TillRestFrequencyDate }) return;
        if (run.Plan.Periods.Find(p => entry.Date >= p.From && entry.Date < p.Due) is not { FullyPaid: true } current) return;
        var (_, interest) = PlanOnDate.Owed(run.Plan, current.Due);
        if (interest > 0) current.Pull(interest);
    }

    private static DateOnly UntilOf(LoanAccount account, DateOnly date)
    {
        if (account.Terms.Recalculation is not { PreClose: PayoffInterest.TillRestFrequencyDate }) return date;
        return account.Rows.Find(r => r.From < date && r.Due > date)?.Due ?? date;
    }
}
