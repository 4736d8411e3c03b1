namespace Lending.Domain.Engine;

/// <summary>Dates, rate, grace or length that change from a date on.</summary>
internal static class Reschedules
{
    public static Refusal? Make(LoanAccount account, Rescheduled @event, string field)
    {
        if (@event.NewInterestRate is { } rate) account.Changes.Add(new RateChanged(@event.From, rate));
        if (@event.ExtraTerms is { } extra) account.Changes.Add(new TermExtended(@event.From, extra));
        if (@event.AdjustedDueDate is { } due) account.Changes.Add(new DueDateMoved(@event.From, due, account.BusinessDate, account.NextSequence()));
        if (account.IsDisbursed) AccountEvents.Rebuild(account);
        return null;
    }
}
