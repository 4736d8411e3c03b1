namespace Lending.Domain.Engine;

/// <summary>Money of an active loan goes back to the payer: payments are undone from the last instalment on.</summary>
internal static class PaymentRefunds
{
    public static void Process(Allocator run, Entry entry)
    {
        entry.Reset();
        TakeBack(run.Rows, entry);
    }

    public static void TakeBack(List<Installment> rows, Entry entry)
    {
        var left = entry.Amount;
        for (var i = rows.Count - 1; i >= 0 && left > 0; i--)
        {
            foreach (var kind in (DebtKind[])[DebtKind.Principal, DebtKind.Interest, DebtKind.Fee, DebtKind.Penalty])
            {
                var portion = rows[i].Unpay(kind, entry.Date, left);
                entry.Add(kind, portion);
                left -= portion;
            }

            rows[i].CheckMet(entry.Date);
        }
    }
}
