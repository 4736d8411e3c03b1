namespace Lending.Domain.Engine;

/// <summary>Interest that would not have been charged had the refunded amount never been lent; it follows the refund it belongs to.</summary>
internal static class InterestRefunds
{
    public static void Process(Allocator run, Entry entry)
    {
        if (entry.Related is { Reverted: true })
        {
            entry.Reverted = true;
            return;
        }

        entry.Amount = AmountOn(run, entry);
        run.InterestRefunded += entry.Amount;
        Payments.Process(run, entry);
    }

    public static decimal AmountOn(Allocator run, Entry entry) => InterestWithout.Refunds(run, entry);
}
