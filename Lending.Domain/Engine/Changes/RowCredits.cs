namespace Lending.Domain.Engine;

/// <summary>
/// Money given back on a fixed schedule (chargeback, refund of credit): added as principal to the first instalment due after the day, or
/// to the extra one; overpaid money pays its part at once.
/// </summary>
internal static class RowCredits
{
    /// <summary>Answers the overpayment that is left.</summary>
    public static decimal Add(List<Installment> rows, Entry entry, decimal overpaid)
    {
        var principal = Precise.NotNegative(entry.Amount - overpaid);
        var repaid = entry.Amount - principal;
        entry.Overpayment = repaid;
        entry.Principal = principal;
        if (principal > 0)
        {
            var row = RowOf(rows, entry.Date);
            row.Principal.Charged += entry.Amount;
            row.Principal.Credited += entry.Amount;
            if (repaid > 0) row.Pay(DebtKind.Principal, entry.Date, repaid);
            row.CheckMet(entry.Date);
        }

        return overpaid - repaid;
    }

    /// <summary>The first instalment due after a day, the last one if it is due that day, or the extra one.</summary>
    public static Installment RowOf(List<Installment> rows, DateOnly date)
    {
        foreach (var row in rows)
        {
            if (row.IsDownPayment) continue;
            if (!row.IsAdditional && row.Due > date) return row;
            if (!row.IsAdditional) continue;
            if (row.Due < date) row.Due = date;
            return row;
        }

        var last = rows.FindLast(static r => !r.IsDownPayment)!;
        if (last.Due == date) return last;
        var extra = new Installment { Number = rows.Count + 1, From = last.Due, Due = date, IsAdditional = true };
        rows.Add(extra);
        return extra;
    }
}
