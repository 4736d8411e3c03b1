namespace Lending.Domain.Engine;

/// <summary>Interest after a day falls away: instalments keep their amount, which becomes principal, and the last ones give the excess back.</summary>
internal static class InterestRemoval
{
    public static void After(Allocator run, DateOnly date)
    {
        foreach (var row in run.Rows)
        {
            if (row.From <= date && row.Due > date) CutCurrent(run, row, date);
            else if (row.From > date && !row.Met && row.Interest.Open > 0)
            {
                var open = row.Interest.Open;
                row.Principal.Charged += open;
                row.Interest.Charged -= open;
            }
        }

        GiveBack(run, date);
    }

    private static void CutCurrent(Allocator run, Installment row, DateOnly date)
    {
        if (row.IsDownPayment || row.IsAdditional) return;
        if (run.FollowsBalance)
        {
            var interest = PlanOnDate.InterestOf(run.Plan, row.From, row.Due, date, withCredits: true);
            if (row.Interest.Open <= 0 && interest <= 0) return;
            interest = Math.Max(interest, row.Interest.Paid);
            row.Principal.Charged += row.Interest.Charged - interest;
            row.Interest.Charged = interest;
            return;
        }

        if (row.Interest.Open <= 0) return;
        var earned = Acceleration.EarnedTo(run.Terms, row, date);
        row.Principal.Charged += row.Interest.Charged - earned;
        row.Interest.Charged = earned;
    }

    private static void GiveBack(Allocator run, DateOnly date)
    {
        var difference = run.Account.Live.Where(e => e.Kind is TransactionKind.Disbursement or TransactionKind.CapitalizedIncome).Sum(e => e.Amount)
            + run.Rows.Where(r => !r.IsAdditional).Sum(r => r.Principal.Credited)
            - run.Rows.Where(r => !r.IsAdditional).Sum(r => r.Principal.Charged);
        for (var i = run.Rows.Count - 1; i > 0 && difference != 0; i--)
        {
            var row = run.Rows[i];
            if (row.IsAdditional || row.Met) continue;
            var principal = row.Principal.Charged;
            row.Principal.Charged = Precise.NotNegative(principal + difference);
            row.CheckMetByPayment(date);
            difference = Math.Abs(difference) <= principal ? 0 : difference < 0 ? difference + principal : difference - principal;
        }
    }
}
