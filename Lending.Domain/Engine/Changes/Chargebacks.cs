using System.Collections.Immutable;

namespace Lending.Domain.Engine;

/// <summary>
/// A payment is taken back: its amount is debt again, as principal or by the product's order limited by the parts of that payment
/// (rule "Payments", chargeback).
/// </summary>
internal static class Chargebacks
{
    public static void Process(Allocator run, Entry entry)
    {
        entry.Reset();
        if (run.Terms.Recalculation is null && run.Terms.ChargebackOrder.IsEmpty)
        {
            run.Overpaid = RowCredits.Add(run.Rows, entry, run.Overpaid);
            return;
        }

        foreach (var (kind, amount) in PartsOf(run, entry)) entry.Add(kind, amount);
        if (run.Terms.Recalculation is not null && entry.Date <= run.Plan.Last.Due) IntoPlan(run, entry);
        else IntoRow(run, entry);
        Overpayments.Use(run, entry);
        run.Renumber();
    }

    private static void IntoPlan(Allocator run, Entry entry)
    {
        if (entry.Principal > 0) PlanPayments.Credit(run.Plan, entry.Date, entry.Principal, 0);
        if (entry.Interest > 0) PlanPayments.Credit(run.Plan, entry.Date, 0, entry.Interest);
        RowSync.ByDue(run, entry.Date);
        var row = entry.Date == run.Plan.Last.Due
            ? run.Rows.Find(r => r.Due == entry.Date && !r.IsDownPayment)
            : run.Rows.Find(r => !r.IsDownPayment && entry.Date >= r.From && entry.Date < r.Due);
        if (row is not null) AddCharges(row, entry);
    }

    private static void IntoRow(Allocator run, Entry entry)
    {
        var row = RowCredits.RowOf(run.Rows, entry.Date);
        Add(row.Principal, entry.Principal);
        Add(row.Interest, entry.Interest);
        AddCharges(row, entry);
        row.CheckMet(entry.Date);
    }

    private static void AddCharges(Installment row, Entry entry)
    {
        Add(row.Fees, entry.Fees);
        Add(row.Penalties, entry.Penalties);
        row.CheckMet(entry.Date);
    }

    private static void Add(Debt debt, decimal amount)
    {
        debt.Charged += amount;
        debt.Credited += amount;
    }

    private static IEnumerable<(DebtKind, decimal)> PartsOf(Allocator run, Entry entry)
    {
        var order = run.Terms.ChargebackOrder;
        if (order.IsEmpty || entry.Related is not { } payment) return [(DebtKind.Principal, entry.Amount)];
        var parts = new Dictionary<DebtKind, decimal>
        {
            [DebtKind.Principal] = payment.Principal, [DebtKind.Interest] = payment.Interest, [DebtKind.Fee] = payment.Fees,
            [DebtKind.Penalty] = payment.Penalties,
        };
        foreach (var earlier in run.Processed)
            if (earlier.Kind is TransactionKind.Chargeback && ReferenceEquals(earlier.Related, payment) && !earlier.Reverted) Take(parts, earlier.Amount, order);
        return Take(parts, entry.Amount, order);
    }

    private static List<(DebtKind, decimal)> Take(Dictionary<DebtKind, decimal> parts, decimal amount, ImmutableArray<DebtKind> order)
    {
        var taken = new List<(DebtKind, decimal)>();
        foreach (var kind in order)
        {
            var part = Math.Min(amount, parts[kind]);
            if (part <= 0) continue;
            taken.Add((kind, part));
            parts[kind] -= part;
            amount -= part;
        }

        return taken;
    }
}
