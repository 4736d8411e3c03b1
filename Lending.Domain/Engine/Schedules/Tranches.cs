namespace Lending.Domain.Engine;

/// <summary>A tranche of a progressive loan: its down payment has a row of its own, the rest goes into the plan.</summary>
internal static class Tranches
{
    public static void Disburse(Allocator run, Entry entry)
    {
        entry.Reset();
        var down = DownPayments.AmountOf(run.Terms, entry.Amount);
        if (run.Terms.DownPayment is not null) DownPayments.AddRow(run.Terms, run.Rows, entry.Date, down);
        var amount = entry.Amount - down;
        if (UsesPlan(run, entry.Date)) IntoPlan(run, entry.Date, amount, capitalized: false);
        else OverRows(run, entry.Date, amount);
        run.Renumber();
        InstallmentFees.Recount(run, entry.Date);
        Overpayments.Use(run, entry);
    }

    public static void Capitalize(Allocator run, Entry entry)
    {
        entry.Reset();
        if (UsesPlan(run, entry.Date)) IntoPlan(run, entry.Date, entry.Amount, capitalized: true);
        else OverRows(run, entry.Date, entry.Amount);
        entry.Principal = entry.Amount;
        Overpayments.Use(run, entry);
    }

    // After a re-amortisation of a fixed schedule, or beyond a re-aged term, the plan no longer describes the rows.
    private static bool UsesPlan(Allocator run, DateOnly date) =>
        (run.FollowsBalance || !run.Processed.Exists(static e => e is { Kind: TransactionKind.ReAmortize, Reverted: false }))
        && (date <= run.Plan.Last.Due || !run.Processed.Exists(static e => e is { Kind: TransactionKind.ReAge, Reverted: false }));

    private static void IntoPlan(Allocator run, DateOnly date, decimal amount, bool capitalized)
    {
        if (amount <= 0) return;
        if (date > run.Plan.Last.Due)
        {
            OverRows(run, date, amount);
            return;
        }

        if (capitalized) PlanTranches.Capitalize(run.Plan, date, amount);
        else PlanTranches.Add(run.Plan, date, amount);
        AddNewRows(run);
        RowSync.FromDate(run, date);
    }

    private static void AddNewRows(Allocator run)
    {
        if (run.Plan.Periods.Count <= run.Rows.Count(static r => r is { IsDownPayment: false, IsAdditional: false })) return;
        var extra = run.Rows.Find(static r => r is { IsAdditional: true, Paid: 0, Principal.Charged: 0 });
        if (extra is not null) run.Rows.Remove(extra);
        var dues = run.Rows.Where(static r => !r.IsDownPayment).Select(static r => r.Due).ToHashSet();
        foreach (var period in run.Plan.Periods)
        {
            if (dues.Contains(period.Due)) continue;
            run.Rows.Add(new Installment { Number = run.Rows.Count + 1, From = period.From, Due = period.Due });
        }

        if (extra is null) return;
        // Charges beyond the former end find their instalments anew.
        foreach (var charge in run.Account.Charges.Where(c => c.PerInstallment is null && c.Due > extra.From && c.Due <= extra.Due)) ChargeRows.Add(run, charge);
    }

    private static void OverRows(Allocator run, DateOnly date, decimal amount)
    {
        var rows = run.Rows.FindAll(r => r.Due > date && !r.IsDownPayment && !r.IsAdditional);
        if (rows.Count == 0) rows = [Extra(run, date)];
        var (share, left) = (run.Terms.Money(Precise.Over(amount, rows.Count)), amount);
        foreach (var row in rows)
        {
            var principal = Precise.Multiple(row.Principal.Charged + share, run.Terms.InstallmentMultipleOf);
            left -= principal - row.Principal.Charged;
            row.Principal.Charged = principal;
            row.CheckMet(date);
        }

        rows[^1].Principal.Charged += left;
        rows[^1].CheckMet(date);
    }

    private static Installment Extra(Allocator run, DateOnly date)
    {
        if (run.Rows.Find(static r => r.IsAdditional) is { } there)
        {
            if (there.Due < date) there.Due = date;
            return there;
        }

        var row = new Installment { Number = run.Rows.Count + 1, From = date, Due = date, IsAdditional = true };
        run.Rows.Add(row);
        return row;
    }
}
