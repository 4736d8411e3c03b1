using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>An event of a loan with the business date it counts for, as the journal has it.</summary>
public sealed record DatedEvent(DateOnly On, LoanEvent Event);

/// <summary>A loan on a past day.</summary>
public static class LoanHistory
{
    /// <summary>What had happened by the end of a day; its own night, which day end accrues, belongs to the next one. History is in the journal's order.</summary>
    public static ImmutableArray<LoanEvent> UpTo(IEnumerable<DatedEvent> history, DateOnly day) =>
        [.. history.TakeWhile(dated => dated.On < day || (dated.On == day && dated.Event is not DayClosed)).Select(dated => dated.Event)];
}
