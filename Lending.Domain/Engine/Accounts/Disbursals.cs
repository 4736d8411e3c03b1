namespace Lending.Domain.Engine;

/// <summary>Tranches paid out and taken back.</summary>
internal static class Disbursals
{
    public static Refusal? Disburse(LoanAccount account, Disbursed @event, string field)
    {
        if (@event.Date > account.BusinessDate && account.IsDisbursed) account.BusinessDate = @event.Date;
        if (@event.Date < account.SubmittedOn) return new EventImpossible($"{field}.date", "This date is before the application.");
        if (@event.Date > account.BusinessDate) account.BusinessDate = @event.Date;
        var overpaid = account.Overpaid;
        AccountEvents.Process(account, account.Enter(TransactionKind.Disbursement, @event.Date, @event.Amount, source: @event));
        if (account.Terms.DownPayment is not { Auto: true }) return null;
        // Money overpaid before pays the down payment first.
        var amount = DownPayments.AmountOf(account.Terms, @event.Amount) - overpaid;
        if (amount > 0) AccountEvents.Process(account, account.Enter(TransactionKind.DownPayment, @event.Date, amount, source: @event));
        return null;
    }

    public static Refusal? UndoAll(LoanAccount account)
    {
        foreach (var entry in account.Live.ToList()) Revert(entry);
        AccountEvents.Rebuild(account);
        return null;
    }

    public static Refusal? UndoLast(LoanAccount account)
    {
        if (account.Disbursements.MaxBy(e => (e.Date, e.Sequence)) is not { } last) return null;
        Revert(last);
        foreach (var entry in account.Live.Where(e => e.Kind is TransactionKind.DownPayment && ReferenceEquals(e.Source, last.Source)).ToList()) Revert(entry);
        AccountEvents.Rebuild(account);
        return null;
    }

    private static void Revert(Entry entry) => (entry.Reverted, entry.ByTheEngine) = (true, true);
}
