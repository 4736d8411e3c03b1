namespace Lending.Domain.Engine;

/// <summary>
/// A charge belongs to the instalment with from &lt; date &lt;= due (the first one includes its start); after the last due date it goes to
/// one extra instalment (rule "Payments").
/// </summary>
internal static class ChargeRows
{
    public static void Add(Allocator run, AccountCharge charge)
    {
        if (charge.PerInstallment is not null)
        {
            InstallmentFees.Add(run.Terms, run.Rows, charge.PerInstallment);
            return;
        }

        Add(run.Rows, charge, run.Account.FirstDisbursement ?? charge.Due);
        run.Renumber();
    }

    public static void Add(List<Installment> rows, AccountCharge charge, DateOnly start)
    {
        if (RowOf(rows, charge.Due, start) is not { } row)
        {
            row = Extra(rows, charge.Due);
            if (row is null) return;
        }

        var debt = charge.Penalty ? row.Penalties : row.Fees;
        debt.Charged += charge.Amount;
        debt.Waived += charge.Waived;
        if (row.Outstanding > 0) (row.Met, row.MetOn) = (false, null);
    }

    public static Installment? RowOf(List<Installment> rows, DateOnly date, DateOnly start)
    {
        var (from, first) = (start, true);
        foreach (var row in rows)
        {
            if (row.IsDownPayment) continue;
            if (date <= row.Due && (date > from || (first && date == from))) return row;
            (from, first) = (row.Due, false);
        }

        return null;
    }

    private static Installment? Extra(List<Installment> rows, DateOnly date)
    {
        var last = rows.FindLast(static r => !r.IsDownPayment);
        if (last is null || date <= last.Due) return null;
        if (last.IsAdditional)
        {
            last.Due = date;
            return last;
        }

        var row = new Installment { Number = rows.Count + 1, From = last.Due, Due = date, IsAdditional = true };
        rows.Add(row);
        return row;
    }
}
