namespace Lending.Domain.Engine;

/// <summary>Overpaid money goes back; what exceeds it is new principal.</summary>
internal static class CreditRefunds
{
    public static void Process(Allocator run, Entry entry)
    {
        entry.Reset();
        if (run.Terms.Recalculation is null || entry.Amount <= run.Overpaid || entry.Date > run.Plan.Last.Due)
        {
            run.Overpaid = RowCredits.Add(run.Rows, entry, run.Overpaid);
            run.Renumber();
            return;
        }

        entry.Principal = Precise.NotNegative(entry.Amount - run.Overpaid);
        entry.Overpayment = entry.Amount - entry.Principal;
        run.Overpaid -= entry.Overpayment;
        PlanPayments.Credit(run.Plan, entry.Date, entry.Amount, 0);
        RowSync.ByDue(run, entry.Date);
        if (entry.Overpayment <= 0) return;
        var row = RowCredits.RowOf(run.Rows, entry.Date);
        PlanPayments.PayPrincipal(run.Plan, row.From, row.Due, entry.Date, entry.Overpayment);
        RowSync.ByDue(run, entry.Date);
        row.Pay(DebtKind.Principal, entry.Date, entry.Overpayment);
        row.CheckMet(entry.Date);
    }
}
