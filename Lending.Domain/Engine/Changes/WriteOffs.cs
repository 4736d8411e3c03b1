namespace Lending.Domain.Engine;

/// <summary>The open debt is forgiven row by row; the loan is closed.</summary>
internal static class WriteOffs
{
    public static void Process(Allocator run, Entry entry)
    {
        entry.Reset();
        RowSync.ByStart(run);
        Forgive(run.Rows, entry);
        run.Account.IsWrittenOff = true;
    }

    public static void Forgive(List<Installment> rows, Entry entry)
    {
        foreach (var row in rows)
        {
            foreach (var kind in Enum.GetValues<DebtKind>())
            {
                var open = row.Of(kind).Open;
                if (open <= 0) continue;
                row.Of(kind).WrittenOff += open;
                entry.Add(kind, open);
            }

            row.CheckMet(entry.Date);
        }

        entry.Amount = entry.Principal + entry.Interest + entry.Fees + entry.Penalties;
    }
}
