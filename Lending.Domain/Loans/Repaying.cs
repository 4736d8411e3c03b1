using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>Money coming in: by the gateway at once, by hand after a second person's approval (LOS-028, LOS-029, LOS-049, GAP-41).</summary>
internal static class Repaying
{
    private const int LinkDaysMax = 30;

    public static LoanDecision Receive(Loan loan, ReceivePayment command, Circumstances now)
    {
        // A repeated webhook is answered before any rule: the loan may have closed since the first one, or the payment was taken back, and its report comes once more.
        if (loan.HasBooked(command.PaymentId)) return LoanDecision.Nothing;
        if (!TakesMoney(loan)) return LoanDecider.NotNow(loan, command, now);
        if (CheckAmount(loan, command.Amount) is { } refusal) return refusal;

        // Where the past cannot be worked out again it counts from today: it is never lost.
        var receipt = new Receipt(
            command.PaymentId, command.Amount, command.Channel, command.ProviderReference, command.LinkId, ValueDayOf(loan, command, now.Brand.BusinessDate),
            Presentation: command.Presentation);
        var booked = Booking.Book(loan, receipt, now);
        return booked.Refusal is not null && receipt.ValueOn is not null ? Booking.Book(loan, receipt with { ValueOn = null }, now) : booked;
    }

    /// <summary>
    /// The day money from a gateway counts from when that is not the day its news comes: an automatic debit from the day it was presented on, what another loan pays off
    /// from the day it was held back for, any other from the day it was paid. A day further back than a link lives is a gateway's wrong clock, and is not believed.
    /// </summary>
    public static DateOnly? ValueDayOf(Loan loan, ReceivePayment command, DateOnly businessDate) =>
        Presenting.ValueDayOf(loan, command.Presentation) ?? command.PayoffOn ?? (command.PaidOn >= businessDate.AddDays(-LinkDaysMax) ? command.PaidOn : null);

    public static LoanDecision RecordLink(Loan loan, RecordPaymentLink command, Circumstances now)
    {
        if (NoLink(loan, command, now) is { } stopped) return stopped;
        if (CheckAmount(loan, command.Amount) is { } refusal) return refusal;

        return LoanDecision.Accept(new PaymentLinkIssued(command.LinkId, command.Amount, command.Url, command.ExpiresOn))
            .AndThen(LoanOutbox.FollowPaymentLink(command, now));
    }

    /// <summary>Our reference of the link names the loan and its own event, so that no two links of a loan share one.</summary>
    public static LoanDecision RequestLink(Loan loan, RequestPaymentLink command, Circumstances now)
    {
        if (NoLink(loan, command, now) is { } stopped) return stopped;
        if (CheckAmount(loan, command.Amount) is { } refusal) return refusal;
        if (command.DaysOpen is < 1 or > LinkDaysMax) return new LinkDaysOutOfRange(1, LinkDaysMax);
        var most = MostByLink(loan, now);
        if (command.Amount > most) return new PaymentTooLarge(most);

        var asked = new PaymentLinkRequested(
            LoanReference.Of(now.Brand.Code, now.LoanId, $"link-v{loan.Version + 1}"), command.Amount, now.Today(loan).AddDays(command.DaysOpen), now.Actor.Id);
        return LoanDecision.Accept(asked).AndThen(LoanOutbox.CreatePaymentLink(asked, loan, now));
    }

    /// <summary>Why no link can be paid, whatever its amount; null is nothing. Debt that was written off can be paid by link as well.</summary>
    public static Refusal? NoLink(Loan loan, LoanCommand command, Circumstances now) =>
        loan.Account is not (AccountState.Active or AccountState.WrittenOff) ? LoanDecider.NotNow(loan, command, now)
        : loan.Hold is { } hold && hold.Covers(now.Today(loan)) ? new LoanOnHold(hold.Kind)
        : null;

    /// <summary>What closes the loan today, or what is still lost of one that was written off.</summary>
    private static Money MostByLink(Loan loan, Circumstances now) => loan.Account is AccountState.WrittenOff
        ? LoanFigures.LossLeftOf(loan)
        : LoanFigures.PayoffOf(Booking.UpToDate(loan, now), LoanDecider.ProductOf(now), now.Today(loan));

    public static LoanDecision RefuseLink(Loan loan, RefusePaymentLink command, Circumstances now) =>
        TakesMoney(loan)
            ? LoanDecision.Accept(new PaymentLinkRefused(command.LinkId, command.Reason))
            : LoanDecider.NotNow(loan, command, now);

    public static LoanDecision Propose(Loan loan, ProposePayment command, Circumstances now)
    {
        if (!TakesMoney(loan)) return LoanDecider.NotNow(loan, command, now);
        if (command.ReceivedOn < loan.DisbursedOn) return new PaymentBeforeDisbursement(loan.DisbursedOn.Value);
        var proposal = Proposal(
            loan, new(command.PaymentId, command.Amount, command.Channel, command.Reference, command.ReceivedOn, command.Note, now.Actor.Id), now);
        if (proposal.Events.IsEmpty || loan.Account is not AccountState.Active) return proposal; // After the end nothing is asked for any more; what comes recovers a loss or is the customer's.
        var payoff = LoanFigures.PayoffOf(Booking.UpToDate(loan, now), LoanDecider.ProductOf(now), now.Today(loan));
        return command.Amount > payoff ? new PaymentTooLarge(payoff) : proposal;
    }

    /// <summary>The money is here already, so its amount has no upper bound, and a closed loan takes it as the customer's.</summary>
    public static LoanDecision Match(Loan loan, MatchPayment command, Circumstances now)
    {
        if (!TakesMoney(loan)) return LoanDecider.NotNow(loan, command, now);
        if (string.IsNullOrWhiteSpace(command.Note)) return new NoteMissing();

        // Where staff move the business date, the day on the gateway's clock says nothing, and the day the money is placed counts.
        var receivedOn = now.Brand.Settings.FollowsTheClock ? command.ReceivedOn : now.Today(loan);
        return Proposal(
            loan, new(command.PaymentId, command.Amount, command.Channel, command.Reference, receivedOn, command.Note, now.Actor.Id), now);
    }

    /// <summary>Counts from the day the money came. The loan may have been closed meanwhile by other money: then all of it becomes an advance.</summary>
    public static LoanDecision Approve(Loan loan, ApprovePayment command, Circumstances now)
    {
        if (!TakesMoney(loan)) return LoanDecider.NotNow(loan, command, now);
        if (!loan.ProposedPayments.TryGetValue(command.PaymentId, out var proposed)) return new PaymentNotFound();

        return Booking.Book(loan, new Receipt(proposed.PaymentId, proposed.Amount, proposed.Channel, proposed.Reference, ValueOn: proposed.ReceivedOn), now);
    }

    public static LoanDecision Reject(Loan loan, RejectPayment command, Circumstances now)
    {
        if (!TakesMoney(loan)) return LoanDecider.NotNow(loan, command, now);
        if (!loan.ProposedPayments.ContainsKey(command.PaymentId)) return new PaymentNotFound();
        if (string.IsNullOrWhiteSpace(command.Reason)) return new NoteMissing();

        return LoanDecision.Accept(new PaymentRejected(command.PaymentId, command.Reason));
    }

    private static LoanDecision Proposal(Loan loan, ProposedPayment proposed, Circumstances now)
    {
        if (loan.ProposedPayments.TryGetValue(proposed.PaymentId, out var earlier))
            return earlier == proposed ? LoanDecision.Nothing : new CommandIdReused();
        if (loan.ReceivedPayments.Contains(proposed.PaymentId)) return new CommandIdReused();
        if (loan.HasBooked(proposed.PaymentId)) return new PaymentTakenBack();
        if (CheckAmount(loan, proposed.Amount) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(proposed.Reference)) return new ReferenceMissing();
        if (proposed.ReceivedOn > now.Today(loan)) return new PaymentDateInFuture();

        return LoanDecision.Accept(new PaymentProposed(
            proposed.PaymentId, proposed.Amount, proposed.Channel, proposed.Reference, proposed.ReceivedOn, proposed.Note, proposed.By));
    }

    /// <summary>A loan that ended still takes money: it is the customer's, or recovers what was written off.</summary>
    public static bool TakesMoney(Loan loan) =>
        loan.Account is AccountState.Active or AccountState.Completed or AccountState.WrittenOff or AccountState.Cancelled;

    private static Refusal? CheckAmount(Loan loan, Money amount) =>
        amount.Currency != loan.Currency ? new CurrencyMismatch(loan.Currency.Code)
        : !amount.IsPositive ? new AmountNotPositive()
        : null;
}
