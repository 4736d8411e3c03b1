using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>
/// Works a loan out again from its history: every payment and change in the order of the days they count from, every night between them closed
/// anew. This is how a payment takes its place in the past, and how one is taken out, so that the order in which things became known never matters.
/// </summary>
internal static class Restating
{
    /// <summary>The loan as if a payment had never come.</summary>
    public static Outcome<ChangeOutcome> Without(Loan loan, PaymentReversal reversal, Circumstances now)
    {
        if (!loan.ReceivedPayments.Contains(reversal.PaymentId)) return new PaymentNotBooked();
        var history = LoanDecider.HistoryOf(now);
        var payment = history.OfType<PaymentReceived>().Last(received => received.PaymentId == reversal.PaymentId);
        if (!Booking.IsRestatable(loan)) return AfterTheEnd(loan, payment, history);
        if (Run(history, now.Today(loan), now, reversal.PaymentId, null) is not { } restated || !EndsAlike(restated.Loan)) return new LaterEventsInTheWay();
        return OutcomeOf(loan, restated, history) with { Reversed = payment with { Outcome = null }, CashOut = payment.Amount };
    }

    /// <summary>
    /// What ended otherwise than by being repaid is not worked out again: only money that came after that can be taken back. It recovered what was lost, or is still kept for
    /// the customer.
    /// </summary>
    private static Outcome<ChangeOutcome> AfterTheEnd(Loan loan, PaymentReceived payment, ImmutableArray<LoanEvent> history)
    {
        if (LoanEvolution.Replay(history[..history.LastIndexOf(payment)]).Account is AccountState.Active) return new LaterEventsInTheWay();
        if (payment.Advance > loan.Advance) return new LaterEventsInTheWay();
        return ChangeOutcome.Same(loan) with
        {
            Advance = loan.Advance - payment.Advance, Reversed = payment, CashOut = payment.Amount,
        };
    }

    /// <summary>The loan as if it had never been charged off.</summary>
    public static Outcome<ChangeOutcome> WithoutChargeOff(Loan loan, Circumstances now)
    {
        if (loan.ChargedOff is null) return new NotChargedOff();
        var history = LoanDecider.HistoryOf(now);
        var last = history.Last(static @event => @event is LoanChanged { Change: ChargeOff });
        if (Run(history.Remove(last), now.Today(loan), now, null, null) is not { } restated || !EndsAlike(restated.Loan)) return new LaterEventsInTheWay();
        return OutcomeOf(loan, restated, history);
    }

    /// <summary>The loan as if a payment had come on an earlier day. Money that came in time for a settlement settles it.</summary>
    public static Outcome<(ChangeOutcome Outcome, Loan After)> With(Loan loan, PaymentReceived payment, Circumstances now)
    {
        var history = LoanDecider.HistoryOf(now);
        if (Run(history, now.Today(loan), now, null, payment) is not { Loan: var after } restated) return new LaterEventsInTheWay();
        if (EndsAlike(after)) return (OutcomeOf(loan, restated, history) with { CashIn = payment.Amount }, after);
        if (loan.Account is not AccountState.Active || restated.BeforeSettled is not { } beforeSettled || after.Closure is not Closure.Settled || after.Goodwill != loan.Goodwill) return new LaterEventsInTheWay();
        return (Settled(loan, beforeSettled, restated, history) with { CashIn = payment.Amount }, after);
    }

    /// <summary>The loan on a past day, worked out again from everything that counts from that day or before it, whenever it became known.</summary>
    public static Loan? On(DateOnly day, ImmutableArray<LoanEvent> known, Circumstances now) => Run(known, day, now, null, null)?.Loan;

    /// <summary>The day an event counts from; null for those that are of the day they were booked on.</summary>
    public static DateOnly? CountsFrom(LoanEvent @event) => @event switch
    {
        PaymentReceived payment => payment.CountsFrom,
        LoanChanged { Outcome.Reversed: { } reversed } => reversed.CountsFrom,
        _ => null,
    };

    /// <summary>A loan that runs or is repaid; one that would have been settled or given up in the new history is another story.</summary>
    private static bool EndsAlike(Loan restated) => restated is { Account: AccountState.Active } or { Account: AccountState.Completed, Closure: Closure.Repaid or Closure.CooledOff or Closure.Refinanced };

    /// <summary>A loan worked out again, and what its waivers gave up. BeforeSettled is the loan as the money found it that settled it; null where none did.</summary>
    private sealed record Again(Loan Loan, Loan? BeforeSettled, WaivedIncome Waived);

    /// <summary>Null when money that was refunded would not have been there. Where the bank returned that refund, it went nowhere, and is left out with its return.</summary>
    private static Again? Run(ImmutableArray<LoanEvent> history, DateOnly today, Circumstances now, string? without, PaymentReceived? with) =>
        Run(history, today, now, without, with, withReturned: true)
            ?? (history.Any(static @event => @event is LoanChanged { Change: RefundReturn }) ? Run(history, today, now, without, with, withReturned: false) : null);

    private static Again? Run(ImmutableArray<LoanEvent> history, DateOnly today, Circumstances now, string? without, PaymentReceived? with, bool withReturned)
    {
        var beforeSettled = (Loan?)null;
        var paidOut = 0;
        while (history[paidOut] is not (LoanDisbursed or LineOpened)) paidOut++;
        var again = LoanEvolution.Replay(history[..(paidOut + 1)]);
        var bookings = Bookings(Dated(history[(paidOut + 1)..], again.DisbursedOn!.Value), without, with, again.Line is not null, withReturned);
        var (next, waived) = (0, WaivedIncome.None(again.Currency));
        for (var day = again.DisbursedOn.Value; ; day = day.AddDays(1))
        {
            for (; next < bookings.Length && bookings[next].On <= day; next++)
            {
                if (Book(again, bookings[next].Event, day, now) is not { } booked) return null;
                if (booked.Closure is Closure.Settled && again.Closure is not Closure.Settled) beforeSettled = again;
                if (bookings[next].Event is LoanChanged { Change: InterestWaiver or PenaltyWaiver }) waived = waived.With(Earned(again), Earned(booked));
                again = booked;
            }

            if (day >= today) break;
            again = again.Account is AccountState.Active ? Night(again, now) : again;
        }

        return new(again, beforeSettled, waived);
    }

    /// <summary>
    /// What people did, in the order of the days it counts from; a payment that was taken back is left out with its reversal. A line is closed by somebody, not
    /// by being repaid, so that is among it, and so are its draws from the day they were asked for: it does not end while one is under way.
    /// </summary>
    private static ImmutableArray<DatedEvent> Bookings(IEnumerable<DatedEvent> events, string? without, PaymentReceived? with, bool isLine, bool withReturned)
    {
        var standing = Standing(events);
        if (without is not null) TakeBack(standing, without);
        if (!withReturned) LeaveOutReturned(standing);
        var bookings = standing.Where(dated => dated.Event is PaymentReceived or LoanChanged || (isLine && dated.Event is LoanCompleted) || IsOfDraw(dated.Event));
        return [.. (with is null ? bookings : bookings.Append(new(with.CountsFrom, with))).OrderBy(static dated => dated.On)];
    }

    /// <summary>
    /// Without what came to nothing: payments and charge-offs that were taken back, and their reversals, each of which takes back the last one before it; the failure of
    /// a draw that was paid after all; the end of a line that was drawn from again once a payment taken back had opened it.
    /// </summary>
    private static List<DatedEvent> Standing(IEnumerable<DatedEvent> events)
    {
        var standing = new List<DatedEvent>();
        foreach (var dated in events)
        {
            switch (dated.Event)
            {
                case LoanChanged { Change: PaymentReversal reversal }:
                    TakeBack(standing, reversal.PaymentId);
                    continue;
                case LoanChanged { Change: ChargeOffReversal }:
                    if (standing.FindLastIndex(static each => each.Event is LoanChanged { Change: ChargeOff }) is >= 0 and var last) standing.RemoveAt(last);
                    continue;
                case LineDrawPaid paid:
                    standing.RemoveAll(each => each.Event is LineDrawFailed failed && failed.Number == paid.Number);
                    break;
                case LineDrawRequested:
                    standing.RemoveAll(static each => each.Event is LoanCompleted);
                    break;
            }

            standing.Add(dated);
        }

        return standing;
    }

    private static void TakeBack(List<DatedEvent> standing, string paymentId)
    {
        if (standing.FindLastIndex(each => each.Event is PaymentReceived received && received.PaymentId == paymentId) is >= 0 and var last) standing.RemoveAt(last);
    }

    private static void LeaveOutReturned(List<DatedEvent> standing)
    {
        for (var i = 0; i < standing.Count; i++)
        {
            if (standing[i].Event is not LoanChanged { Change: RefundReturn back }) continue;
            standing.RemoveAt(i--);
            if (standing.FindLastIndex(i, each => each.Event is LoanChanged { Change: AdvanceRefund sent } && (sent.Amount, sent.Reference) == (back.Amount, back.Reference)) is not (>= 0 and var refund)) continue;
            standing.RemoveAt(refund);
            i--;
        }
    }

    /// <summary>Each event with the day it counts from. What says none of its own is of the loan's day on which it happened: the one after the last night closed by then.</summary>
    private static IEnumerable<DatedEvent> Dated(ImmutableArray<LoanEvent> events, DateOnly day)
    {
        foreach (var @event in events)
        {
            var on = @event switch
            {
                DayClosed night => night.Date.AddDays(1),
                PaymentReceived payment => payment.On,
                LoanChanged changed => changed.On,
                LineDrawRequested asked => asked.On,
                LineDrawPaid draw => draw.On,
                LoanCompleted completed => completed.On,
                _ => day,
            };
            if (on > day) day = on;
            yield return new(@event is PaymentReceived { CountsFrom: var from } ? from : on, @event);
        }
    }

    private static bool IsOfDraw(LoanEvent @event) => @event is LineDrawRequested or LineDrawApproved or LineDrawReturned or LineDrawFailed or LineDrawPaid;

    private static Loan? Book(Loan loan, LoanEvent booking, DateOnly day, Circumstances now)
    {
        // Whoever asked for a hold stays the one who did.
        var ground = ChangeGround.Of(now, day, booking is LoanChanged { Outcome.Hold.By: var by } ? by : null);
        if (booking is PaymentReceived payment)
            return Booking.Evolve(loan, Booking.Events(loan, Booking.ReceiptOf(payment), ground));

        if (booking is LoanCompleted)
            return loan.Account is AccountState.Active && Revolving.IsIdle(loan) ? LoanEvolution.Evolve(loan, booking) : loan;
        if (booking is LineDrawPaid draw)
        {
            // In this history a settlement has ended the line, whose draw had been called failed by then. Nothing else ends one before its draws are paid.
            if (loan is { Account: AccountState.Completed, Closure: Closure.Settled }) return null;
            if (loan.Account is not AccountState.Active) throw new InvalidOperationException($"Draw {draw.Number} of {loan.Id} was paid on {draw.On:O}, when the line worked out again had ended.");
            return LoanEvolution.Evolve(loan, Drawing.Again(loan, draw, ground.Product));
        }

        if (IsOfDraw(booking)) return LoanEvolution.Evolve(loan, booking);

        // What was given up is given up as far as it is owed in this history. A change that has nothing left to do, or no longer fits, falls away.
        var change = (LoanChanged)booking;
        if (loan.Account is not AccountState.Active && change.Change is not (AdvanceRefund or RefundReturn)) return loan;
        change = change with { Change = Forgiving.AsFarAsOwed(loan, change.Change) };
        if (Forgiving.PaysAll(loan, change.Change, ground) is { } closing)
            return Booking.Evolve(loan, [change with { Outcome = closing }, new LoanCompleted(day)]);
        var outcome = Changing.Outcome(loan, change.Change, ground);
        if (outcome.IsRefused) return change.Change is AdvanceRefund ? null : loan;
        var changed = LoanEvolution.Evolve(loan, change with { Outcome = outcome.Value });
        return Closing.IsRepaid(changed, day) ? LoanEvolution.Evolve(changed, new LoanCompleted(day)) : changed;
    }

    private static Loan Night(Loan loan, Circumstances now) => Booking.Evolve(loan, Accruing.CloseNextDay(loan, now).Events);

    /// <summary>From the loan as it stands to the loan as it was worked out again.</summary>
    private static ChangeOutcome OutcomeOf(Loan before, Again restated, ImmutableArray<LoanEvent> history) => OutcomeOf(before, restated, history, Earned(restated.Loan));

    /// <summary>The same where it was settled: all that was earned until then stays earned, but for interest in suspense that was not paid, and the rest is given up.</summary>
    private static ChangeOutcome Settled(Loan loan, Loan beforeSettled, Again restated, ImmutableArray<LoanEvent> history)
    {
        var after = restated.Loan;
        var earned = Earned(beforeSettled);
        var paid = Replanning.Sum(after, after.Instalments, instalment => instalment.PaidInterest) - Replanning.Sum(after, beforeSettled.Instalments, instalment => instalment.PaidInterest);
        var left = Money.Min(beforeSettled.SuspendedInterest, Suspense.UnpaidOf(beforeSettled.Instalments, after.Currency) - paid);
        return OutcomeOf(loan, restated, history, earned with { Interest = earned.Interest + beforeSettled.SuspendedInterest - left }) with
        {
            Loss = after.WrittenOff - loan.WrittenOff, LossKind = LossKind.WriteOff,
        };
    }

    /// <summary>What a waiver gave up was income before: where less or more of it is given up now, less or more was earned and stands on the waivers' account.</summary>
    private static ChangeOutcome OutcomeOf(Loan before, Again restated, ImmutableArray<LoanEvent> history, (Money Interest, Money Penalty, Money Fees, Money Taxes) earned)
    {
        var after = restated.Loan;
        var waived = restated.Waived.Less(WaivedIncome.Of(history, before.Currency));
        var (interest, penalty, fees, taxes) = earned;
        var zero = Money.Zero(before.Currency);
        var given = (after.Goodwill ?? zero) - (before.Goodwill ?? zero);
        var (wasInterest, wasPenalty, wasFees, wasTaxes) = Earned(before);
        return ChangeOutcome.Same(after) with
        {
            Instalments = after.Instalments, Pauses = after.Pauses, HandCharges = after.HandCharges, Line = LineOf(before.Line, after.Line),
            Classified = Classification.Of(after) is var counts && counts == Classification.Of(before) ? null : counts,
            Frozen = after.Frozen.AsSpan().SequenceEqual(before.Frozen.AsSpan()) ? null : after.Frozen,
            InterestEarned = interest - wasInterest + waived.Interest, PenaltyEarned = penalty - wasPenalty + waived.Penalty, FeesEarned = fees - wasFees, FeeTaxes = taxes - wasTaxes,
            InterestWaived = waived.Interest.IsZero ? null : waived.Interest, PenaltyWaived = waived.Penalty.IsZero ? null : waived.Penalty,
            Loss = given.IsZero ? null : given, LossKind = given.IsZero ? LossKind.None : LossKind.Goodwill,
        };
    }

    /// <summary>
    /// A line keeps its limit, its draws and what it was asked for; statements that were made stay as they were made. Only where it was closed and is not any
    /// more has it come to a later cycle.
    /// </summary>
    private static CreditLine? LineOf(CreditLine? before, CreditLine? after) =>
        before is null || after is null || before.Cycle == after.Cycle ? null : before with { Cycle = after.Cycle, Sums = after.Sums, Asked = after.Asked };

    private static (Money Interest, Money Penalty, Money Fees, Money Taxes) Earned(Loan loan)
    {
        var zero = Money.Zero(loan.Currency);
        var (interest, penalty, fees, taxes) = (-loan.SuspendedInterest, zero, loan.EarlyFees ?? zero, loan.EarlyTaxes ?? zero);
        foreach (var instalment in loan.Instalments)
        {
            interest += instalment.InterestAccrued;
            penalty += instalment.PenaltyAccrued;
            if (instalment.Fee is { } fee) (fees, taxes) = (fees + fee.Posted - fee.PostedTax, taxes + fee.PostedTax);
        }

        return (interest, penalty, fees, taxes);
    }
}
