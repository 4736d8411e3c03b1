using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>Money coming in: by the gateway at once, by hand after a second person's approval (LOS-028, LOS-029, LOS-049, GAP-41).</summary>
internal static class Repaying
{
    public static LoanDecision Receive(Loan loan, ReceivePayment command, Circumstances now)
    {
        // A repeated webhook is answered before any rule: the loan may have closed since the first one.
        if (loan.ReceivedPayments.Contains(command.PaymentId)) return LoanDecision.Nothing;
        if (loan.Account is not (AccountState.Active or AccountState.Completed)) return LoanDecider.NotNow(loan, command, now);
        if (CheckAmount(loan, command.Amount) is { } refusal) return refusal;

        return Booking.Book(loan, new Receipt(command.PaymentId, command.Amount, command.Channel, command.ProviderReference), now);
    }

    public static LoanDecision RecordLink(Loan loan, RecordPaymentLink command, Circumstances now)
    {
        if (loan.Account is not AccountState.Active) return LoanDecider.NotNow(loan, command, now);
        if (CheckAmount(loan, command.Amount) is { } refusal) return refusal;

        return LoanDecision.Accept(new PaymentLinkIssued(command.LinkId, command.Amount, command.Url, command.ExpiresOn))
            .AndThen(LoanOutbox.FollowPaymentLink(command, now));
    }

    public static LoanDecision Propose(Loan loan, ProposePayment command, Circumstances now)
    {
        if (loan.Account is not AccountState.Active) return LoanDecider.NotNow(loan, command, now);
        var proposed = new ProposedPayment(
            command.PaymentId, command.Amount, command.Channel, command.Reference, command.ReceivedOn, command.Note, now.Actor.Id);
        if (loan.ProposedPayments.TryGetValue(command.PaymentId, out var earlier))
            return earlier == proposed ? LoanDecision.Nothing : new CommandIdReused();
        if (loan.ReceivedPayments.Contains(command.PaymentId)) return new CommandIdReused();
        if (CheckAmount(loan, command.Amount) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(command.Reference)) return new ReferenceMissing();
        if (command.ReceivedOn > now.Today(loan)) return new PaymentDateInFuture();
        var payoff = LoanFigures.PayoffOf(Booking.UpToDate(loan, now));
        if (command.Amount > payoff) return new PaymentTooLarge(payoff);

        return LoanDecision.Accept(new PaymentProposed(
            command.PaymentId, command.Amount, command.Channel, command.Reference, command.ReceivedOn, command.Note, now.Actor.Id));
    }

    /// <summary>Posts on the loan's own day. The loan may have been closed meanwhile by other money: then all of it becomes an advance.</summary>
    public static LoanDecision Approve(Loan loan, ApprovePayment command, Circumstances now)
    {
        if (loan.Account is not (AccountState.Active or AccountState.Completed)) return LoanDecider.NotNow(loan, command, now);
        if (!loan.ProposedPayments.TryGetValue(command.PaymentId, out var proposed)) return new PaymentNotFound();

        return Booking.Book(loan, new Receipt(proposed.PaymentId, proposed.Amount, proposed.Channel, proposed.Reference), now);
    }

    public static LoanDecision Reject(Loan loan, RejectPayment command, Circumstances now)
    {
        if (loan.Account is not (AccountState.Active or AccountState.Completed)) return LoanDecider.NotNow(loan, command, now);
        if (!loan.ProposedPayments.ContainsKey(command.PaymentId)) return new PaymentNotFound();
        if (string.IsNullOrWhiteSpace(command.Reason)) return new NoteMissing();

        return LoanDecision.Accept(new PaymentRejected(command.PaymentId, command.Reason));
    }

    private static Refusal? CheckAmount(Loan loan, Money amount) =>
        amount.Currency != loan.Currency ? new CurrencyMismatch(loan.Currency.Code)
        : !amount.IsPositive ? new AmountNotPositive()
        : null;
}
