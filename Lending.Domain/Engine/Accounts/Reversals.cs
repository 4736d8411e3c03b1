namespace Lending.Domain.Engine;

/// <summary>Movements that are taken back; what follows them is allocated again.</summary>
internal static class Reversals
{
    public static Refusal? Undo(LoanAccount account, Undone @event, string field)
    {
        var found = account.Live.Where(e => !e.IsAccounting && e.Date == @event.Date && (@event.Kind is null || e.Kind == @event.Kind))
            .OrderBy(static e => e.Sequence).ElementAtOrDefault(@event.Nth - 1);
        if (found is null) return new EventImpossible(field, "There is no such movement on that date.");
        found.Reverted = true;
        foreach (var related in account.Live.Where(e => ReferenceEquals(e.Related, found) && e.Kind is TransactionKind.InterestRefund).ToList())
            related.Reverted = true;
        AccountEvents.Rebuild(account);
        return null;
    }
}
