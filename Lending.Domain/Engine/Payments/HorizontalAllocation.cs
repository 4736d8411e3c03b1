namespace Lending.Domain.Engine;

/// <summary>All debts of one group of instalments before the next instalment, oldest first (rule "Payments" HORIZONTAL).</summary>
internal static class HorizontalAllocation
{
    // A round may only bring debt forward for the next one to pay, but rounds that change nothing will not either.
    private const int IdleRoundsMax = 3;

    public static decimal Allocate(Allocator run, Entry entry, decimal amount, AllocationRule rule)
    {
        foreach (var group in rule.Order.GroupBy(static step => step.When))
            if (amount > 0) amount = Group(run, entry, amount, [.. group], rule.Future);
        return amount;
    }

    private static decimal Group(Allocator run, Entry entry, decimal amount, AllocationStep[] steps, FutureRule future)
    {
        run.Skipped.Clear();
        var (idle, before) = (0, default((decimal, decimal, int, int)));
        do
        {
            var rows = RowsOf(run, entry.Date, steps[0].When, future);
            if (rows.Count == 0) return amount;
            foreach (var step in steps) amount = Step(run, entry, amount, step, rows);
            var after = (amount, rows[0].Charged, rows[0].Number, run.Skipped.Count);
            (idle, before) = (after == before ? idle + 1 : 0, after);
        }
        while (amount > 0 && !run.Account.Work.ShouldStop && idle < IdleRoundsMax && run.Rows.Exists(static r => !r.Met));

        return amount;
    }

    private static List<Installment> RowsOf(Allocator run, DateOnly date, DueKind when, FutureRule future) => when switch
    {
        DueKind.PastDue => run.Rows.Find(r => !r.Met && date > r.Due) is { } oldest ? [oldest] : [],
        DueKind.Due => run.Rows.Find(r => !r.Met && date == r.Due) is { } due ? [due] : [],
        _ => FutureRows.Of(run.Rows, date, future, static r => !r.Met,
            run.FollowsBalance ? r => !r.Met || (r.Charged == 0 && !run.Skipped.Contains(r)) : null),
    };

    private static decimal Step(Allocator run, Entry entry, decimal amount, AllocationStep step, List<Installment> rows)
    {
        var (share, rest) = Shares.Of(run.Terms, amount, rows.Count);
        for (var i = 0; i < rows.Count; i++)
            amount -= RowPayment.Pay(run, entry, step, rows[i], i == rows.Count - 1 ? share + rest : share);
        return amount;
    }
}
