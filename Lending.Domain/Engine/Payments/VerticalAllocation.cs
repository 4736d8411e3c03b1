namespace Lending.Domain.Engine;

/// <summary>One kind of debt over all instalments, then the next (rule "Payments" VERTICAL).</summary>
internal static class VerticalAllocation
{
    private const int RoundsPerRow = 100;

    public static decimal Allocate(Allocator run, Entry entry, decimal amount, AllocationRule rule)
    {
        foreach (var step in rule.Order)
        {
            var rounds = run.Rows.Count * RoundsPerRow;
            decimal paid;
            do
            {
                var rows = RowsOf(run, entry.Date, step, rule.Future);
                if (rows.Count == 0) break;
                var (share, rest) = Shares.Of(run.Terms, amount, rows.Count);
                paid = 0;
                for (var i = 0; i < rows.Count; i++) paid += RowPayment.Pay(run, entry, step, rows[i], i == rows.Count - 1 ? share + rest : share);
                amount -= paid;
            }
            while (amount > 0 && paid > 0 && --rounds > 0);
        }

        return amount;
    }

    private static List<Installment> RowsOf(Allocator run, DateOnly date, AllocationStep step, FutureRule future)
    {
        bool IsOpen(Installment row) => row.Of(step.What).Open > 0;
        return step.When switch
        {
            DueKind.PastDue => run.Rows.Find(r => IsOpen(r) && date > r.Due) is { } oldest ? [oldest] : [],
            DueKind.Due => run.Rows.Find(r => IsOpen(r) && date == r.Due) is { } due ? [due] : [],
            _ => FutureRows.Of(run.Rows, date, future, IsOpen),
        };
    }
}
