namespace Lending.Domain.Engine;

/// <summary>What is overdue is spread over the instalments to come.</summary>
internal static class ReAmortizations
{
    public static void Process(Allocator run, Entry entry)
    {
        entry.Reset();
        if (run.Terms.Recalculation is not null && run.Terms.AnnualRatePct > 0) ReAmortizePlan.Spread(run, entry);
        else SpreadRows(run, entry);
        if (entry.Amount == 0) entry.FallAway();
    }

    private static void SpreadRows(Allocator run, Entry entry)
    {
        var overdue = 0m;
        foreach (var row in run.Rows)
        {
            if (row.Due > entry.Date) continue;
            overdue += row.Principal.Charged - row.Principal.Paid;
            row.Principal.Charged = row.Principal.Paid;
            row.CheckMet(entry.Date);
        }

        (entry.Principal, entry.Amount) = (overdue, overdue);
        var future = run.Rows.FindAll(r => r.Due > entry.Date && !r.IsAdditional && !r.IsDownPayment && !r.IsReAged);
        if (future.Count == 0) return;
        var share = Precise.Multiple(run.Terms.Money(Precise.Over(overdue, future.Count)), run.Terms.InstallmentMultipleOf);
        for (var i = 0; i < future.Count; i++)
        {
            future[i].Principal.Charged += i == future.Count - 1 ? overdue : share;
            overdue -= share;
            future[i].CheckMet(entry.Date);
        }
    }
}
