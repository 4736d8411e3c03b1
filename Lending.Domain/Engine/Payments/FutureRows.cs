namespace Lending.Domain.Engine;

/// <summary>Which instalments to come take money, by the product's rule (rule "Payments", IN_ADVANCE future).</summary>
internal static class FutureRows
{
    public static List<Installment> Of(List<Installment> rows, DateOnly date, FutureRule rule, Func<Installment, bool> isOpen, Func<Installment, bool>? canTake = null)
    {
        canTake ??= isOpen;
        switch (rule)
        {
            case FutureRule.Reamortization:
                return rows.FindAll(r => isOpen(r) && date < r.Due);
            case FutureRule.NextInstallment:
                return rows.Find(r => isOpen(r) && date < r.Due) is { } next ? [next] : [];
            case FutureRule.NextLastInstallment when rows.FindAll(r => isOpen(r) && date < r.Due && date >= r.From) is { Count: > 0 } current:
                return current;
            default:
                return rows.FindLast(r => canTake(r) && date < r.Due) is { } last ? [last] : [];
        }
    }
}
