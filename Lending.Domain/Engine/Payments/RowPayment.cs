namespace Lending.Domain.Engine;

/// <summary>Pays one debt of one instalment, and lets the plan know where interest follows the balance.</summary>
internal static class RowPayment
{
    public static decimal Pay(Allocator run, Entry entry, AllocationStep step, Installment row, decimal amount)
    {
        if (!run.FollowsBalance) return Plain(entry, step.What, row, amount);
        if (row.IsDownPayment || row.Due > run.Plan.Last.Due)
        {
            run.Skipped.Add(row);
            return Plain(entry, step.What, row, amount);
        }

        var on = entry.Date;
        if (step.When is DueKind.InAdvance)
        {
            on = run.Plan.PeriodOf(on) is { } current ? OverdueInterest.RestDay(run.Terms, current.Due, on, run.IsPayoff) : on;
            Owe(run, step.What, row, on);
        }

        var portion = Plain(entry, step.What, row, amount);
        if (step.What is DebtKind.Principal) PlanPayments.PayPrincipal(run.Plan, row.From, row.Due, on, portion);
        else if (step.What is DebtKind.Interest) PlanPayments.PayInterest(run.Plan, row.From, row.Due, on, portion);
        else return portion;
        RowSync.ByDue(run, entry.Date);
        return portion;
    }

    // An instalment to come owes what it would on the day of the payment.
    private static void Owe(Allocator run, DebtKind kind, Installment row, DateOnly on)
    {
        var (principal, interest) = PlanPayments.DueOn(run.Plan, row.From, row.Due, on);
        if (principal == 0 && interest == 0) run.Skipped.Add(row);
        if (kind is DebtKind.Interest) row.Interest.Charged = interest;
        else if (kind is DebtKind.Principal) row.Principal.Charged = principal;
    }

    private static decimal Plain(Entry entry, DebtKind kind, Installment row, decimal amount)
    {
        var portion = row.Pay(kind, entry.Date, amount);
        entry.Add(kind, portion);
        row.CheckMetByPayment(entry.Date);
        return portion;
    }
}
