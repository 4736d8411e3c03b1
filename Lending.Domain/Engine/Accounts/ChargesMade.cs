namespace Lending.Domain.Engine;

/// <summary>Fees and penalties that are entered and waived.</summary>
internal static class ChargesMade
{
    public static Refusal? Charge(LoanAccount account, Charged @event)
    {
        var charge = new AccountCharge
        {
            Sequence = account.NextSequence(), Penalty = @event.Penalty, Due = @event.DueDate, EnteredOn = account.BusinessDate, Amount = @event.Amount,
        };
        account.Charges.Add(charge);
        if (!account.IsDisbursed) return null;
        if (!NeedsReplay(account, charge))
        {
            var run = new Allocator(account);
            run.Resume();
            ChargeRows.Add(run, charge);
            return null;
        }

        AccountEvents.Rebuild(account);
        return null;
    }

    public static Refusal? AddFee(LoanAccount account, InstallmentFeeAdded @event)
    {
        AccountEvents.AddFee(account, @event.Fee);
        if (account.IsDisbursed) AccountEvents.Rebuild(account);
        return null;
    }

    public static Refusal? Waive(LoanAccount account, string field)
    {
        var charge = account.Charges.Where(c => c.PerInstallment is null && c.Waived < c.Amount).MaxBy(static c => c.Sequence);
        if (charge is null) return new EventImpossible(field, "There is no charge to waive.");
        charge.Waived = charge.Amount;
        AccountEvents.Rebuild(account);
        var entry = account.Enter(TransactionKind.WaiveLoanCharges, account.BusinessDate, charge.Amount);
        entry.Balance = 0;
        return null;
    }

    // A charge that is due after everything that happened changes nothing before it.
    private static bool NeedsReplay(LoanAccount account, AccountCharge charge) =>
        account.Overpaid > 0 || account.Terms.Family is ScheduleFamily.Cumulative
        || account.Live.Where(e => !e.IsAccounting).Max(e => (DateOnly?)e.Date) is { } last && charge.Due <= last;
}
