using System.Collections.Immutable;
using Lending.Domain;

namespace Lending.Data;

/// <summary>
/// A loan on a past day: everything booked by the end of it, without its night, and the terms it runs under. First is the day of the application; before it there
/// are no events.
/// </summary>
public sealed record LoanOnDay(DateOnly First, DateOnly On, ImmutableArray<LoanEvent> Events, LoanProduct Product)
{
    /// <summary>Everything that happened to the loan until today, each with its business date.</summary>
    public required IReadOnlyList<DatedEvent> History { get; init; }
}

/// <summary>Looks back at a loan, replaying the journal.</summary>
public sealed class LoanOnDayQuery(Journal journal, Products products)
{
    /// <summary>Null when there is no such loan.</summary>
    public async Task<LoanOnDay?> RunAsync(string brand, string loanId, DateOnly on, CancellationToken cancellationToken)
    {
        var history = await journal.HistoryAsync(brand, loanId, cancellationToken);
        if (history.Count == 0) return null;

        var started = (ApplicationStarted)history[0].Event;
        var product = await products.FindAsync(brand, started.ProductCode, started.ProductVersion, cancellationToken)
            ?? throw new InvalidOperationException("The product of a loan is never deleted.");
        var events = LoanHistory.UpTo(history, on);
        return new LoanOnDay(history[0].On, on, events, LoanTerms.Of(LoanEvolution.Replay(events), product)) { History = history };
    }
}
