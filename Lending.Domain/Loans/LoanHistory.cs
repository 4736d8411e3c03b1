using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>An event of a loan with the business date it counts for, as the journal has it.</summary>
public sealed record DatedEvent(DateOnly On, LoanEvent Event);

/// <summary>A loan on a past day.</summary>
public static class LoanHistory
{
    /// <summary>Whether a command works the loan out again from what happened to it; it is then decided with <see cref="Circumstances.History"/>.</summary>
    public static bool IsNeeded(Loan loan, LoanCommand command, DateOnly businessDate) => command switch
    {
        ProposeChange { Change: PaymentReversal or ChargeOffReversal or RefundReturn } => true,
        CheckReloan => loan.Account is AccountState.Completed,
        ApproveChange => loan.ProposedChange is { Change: PaymentReversal or ChargeOffReversal or RefundReturn },
        ApprovePayment c => loan.ProposedPayments.TryGetValue(c.PaymentId, out var proposed) && IsOver(loan, proposed.ReceivedOn, businessDate),
        ReceivePayment c => Repaying.ValueDayOf(loan, c, businessDate) is { } on && IsOver(loan, on, businessDate),
        _ => false,
    };

    /// <summary>
    /// What had happened by the end of a day; its own night, which day end accrues, belongs to the next one. A night that was closed later, because day end was behind,
    /// is where its date puts it. History is in the journal's order.
    /// </summary>
    public static ImmutableArray<LoanEvent> UpTo(IEnumerable<DatedEvent> history, DateOnly day) =>
        [.. history.TakeWhile(dated => HappenedOn(dated) <= day).Select(dated => dated.Event)];

    /// <summary>
    /// The loan at the end of a day, as it was known on a later one: money booked after the day that counts from it or before, and payments taken back since, are
    /// in it. Now brings the Brand and the product.
    /// </summary>
    public static Loan AsKnown(IReadOnlyList<DatedEvent> history, DateOnly day, DateOnly knownOn, Circumstances now)
    {
        var known = history.TakeWhile(dated => dated.On <= knownOn).ToList();
        return known.Exists(dated => dated.On > day && Restating.CountsFrom(dated.Event) <= day) && Restating.On(day, [.. known.Select(dated => dated.Event)], now) is { } again
            ? again
            : LoanEvolution.Replay(UpTo(known, day));
    }

    /// <summary>Once the loan's night is closed, its own day is ahead of the Brand's, and money of the Brand's day counts from one that is over.</summary>
    private static bool IsOver(Loan loan, DateOnly day, DateOnly businessDate) => day < businessDate || day <= loan.ClosedThrough;

    /// <summary>A night is over on the morning after it, and what day end makes of it is of that morning; anything else is of the day on which it was booked.</summary>
    private static DateOnly HappenedOn(DatedEvent dated) => dated.Event switch
    {
        DayClosed night => night.Date.AddDays(1),
        LineStatementMade made => made.Cycle.StatementOn,
        LoanCompleted completed => completed.On,
        _ => dated.On,
    };
}
