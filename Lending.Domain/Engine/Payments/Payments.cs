namespace Lending.Domain.Engine;

/// <summary>A payment of a progressive loan: allocated by the product's order, what is left over is overpayment.</summary>
internal static class Payments
{
    public static void Process(Allocator run, Entry entry)
    {
        entry.Reset();
        Payoffs.PullInterestToRestDay(run, entry);
        var left = Allocate(run, entry, entry.Amount, RuleOf(run.Terms, entry.Kind));
        if (left > 0)
        {
            run.Overpaid += left;
            entry.Overpayment = left;
        }
        else run.Overpaid = 0;
    }

    public static AllocationRule RuleOf(CreditTerms terms, TransactionKind kind) =>
        terms.Allocations.TryGetValue(kind, out var rule) ? rule : terms.DefaultAllocation;

    /// <summary>Allocates an amount; answers what no instalment took.</summary>
    public static decimal Allocate(Allocator run, Entry entry, decimal amount, AllocationRule rule) =>
        run.Terms.Direction is PaymentDirection.Horizontal
            ? HorizontalAllocation.Allocate(run, entry, amount, rule)
            : VerticalAllocation.Allocate(run, entry, amount, rule);
}
