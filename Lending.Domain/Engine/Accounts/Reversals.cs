namespace Lending.Domain.Engine;

/// <summary>Movements that are taken back; what follows them is allocated again.</summary>
internal static class Reversals
{
    public static Refusal? Undo(LoanAccount account, Undone @event, string field)
    {
        var found = Find(account, @event);
        if (found is null or { Reverted: true }) return new EventImpossible(field, "There is no such movement on that date.");
        found.Reverted = true;
        foreach (var related in account.Live.Where(e => ReferenceEquals(e.Related, found) && e.Kind is TransactionKind.InterestRefund).ToList())
            related.Reverted = true;
        AccountEvents.Rebuild(account);
        return null;
    }

    // Counted on the date, reversed ones too; or among all of the kind, where that one is of the date; else the last of the date.
    private static Entry? Find(LoanAccount account, Undone @event)
    {
        var all = account.Entries.Where(e => !e.ByTheEngine && (@event.Kind is null || e.Kind == @event.Kind)).OrderBy(static e => e.Date)
            .ThenBy(static e => e.Sequence).ToList();
        var onDate = all.FindAll(e => e.Date == @event.Date);
        if (@event.Nth <= onDate.Count && !onDate[@event.Nth - 1].IsAccounting) return onDate[@event.Nth - 1];
        if (@event.Nth <= all.Count && all[@event.Nth - 1] is { Reverted: false, IsAccounting: false } nth && nth.Date == @event.Date) return nth;
        return onDate.FindLast(static e => e is { Reverted: false, IsAccounting: false });
    }
}
