namespace Lending.Domain.Engine;

/// <summary>Money left over pays what becomes owed later.</summary>
internal static class Overpayments
{
    /// <summary>New debt of the movement (a tranche, a chargeback) is paid from the overpayment at once.</summary>
    public static void Use(Allocator run, Entry entry)
    {
        if (run.Overpaid <= 0) return;
        entry.Overpayment = Math.Min(entry.Amount, run.Overpaid);
        var portions = new Entry { Sequence = 0, Kind = entry.Kind, Date = entry.Date, EnteredOn = entry.EnteredOn };
        run.Overpaid = Payments.Allocate(run, portions, run.Overpaid, run.Terms.DefaultAllocation);
        entry.PaidAtOnce = portions.Principal;
    }

    /// <summary>A charge that is entered later is paid by the payments that were too much.</summary>
    public static void UseForCharges(Allocator run)
    {
        foreach (var entry in run.Processed)
        {
            if (entry.Overpayment <= 0 || !entry.IsPayment || entry.Reverted) continue;
            var amount = Math.Min(run.Overpaid, entry.Overpayment);
            if (amount <= 0) return;
            var left = Payments.Allocate(run, entry, amount, Payments.RuleOf(run.Terms, entry.Kind));
            entry.Overpayment += left - amount;
            run.Overpaid += left - amount;
        }
    }
}
