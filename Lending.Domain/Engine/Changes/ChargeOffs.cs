namespace Lending.Domain.Engine;

/// <summary>A charge-off books what is open; by the product, interest to come falls away or everything becomes due.</summary>
internal static class ChargeOffs
{
    public static void Process(Allocator run, Entry entry)
    {
        entry.Reset();
        entry.Amount = 0;
        if (run.Rows.Exists(static r => !r.Met))
        {
            if (run.Terms.ChargeOff is ChargeOffEffect.ZeroInterest) InterestRemoval.After(run, entry.Date);
            else if (run.Terms.ChargeOff is ChargeOffEffect.AccelerateMaturity) Acceleration.To(run, entry.Date);
            if (!run.Account.Recalculates) InstallmentFees.Recount(run, entry.Date);
            TakeOpen(run.Rows, entry);
        }

        run.Account.IsChargedOff = entry.Amount > 0;
        if (entry.Amount == 0) entry.FallAway();
    }

    public static void TakeOpen(List<Installment> rows, Entry entry)
    {
        foreach (var row in rows)
            foreach (var kind in Enum.GetValues<DebtKind>()) entry.Add(kind, row.Of(kind).Open);
        entry.Amount = entry.Principal + entry.Interest + entry.Fees + entry.Penalties;
    }
}
