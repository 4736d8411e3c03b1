namespace Lending.Domain.Engine;

/// <summary>The end of the contract: the instalment in progress ends on the day and takes all that was to come.</summary>
internal static class Terminations
{
    public static void Process(Allocator run, Entry entry)
    {
        entry.Reset();
        entry.Amount = 0;
        if (run.Rows.Exists(static r => !r.Met))
        {
            Acceleration.To(run, entry.Date);
            if (!run.Account.Recalculates) InstallmentFees.Recount(run, entry.Date);
            ChargeOffs.TakeOpen(run.Rows, entry);
        }

        run.Account.IsTerminated = entry.Amount > 0;
        if (entry.Amount == 0) entry.FallAway();
    }
}
