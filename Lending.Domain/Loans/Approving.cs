namespace Lending.Domain;

/// <summary>The credit executive's decision (LOS-041, LOS-085).</summary>
internal static class Approving
{
    public static LoanDecision Recommend(Loan loan, ApproveByCredit command, Circumstances now)
    {
        if (loan.Application is not ApplicationState.Pending) return LoanDecider.NotNow(loan, command, now);
        if (AmountBounds.Check(command.Amount, LoanDecider.ProductOf(now), now.Brand) is { } refusal) return refusal;
        if (command.Amount > loan.Requested) return new AmountAboveRequested(loan.Requested);

        var own = command.Overrides is { IsEmpty: false } proposed ? proposed : null;
        if (own is not null && Sanctioning.CheckOwn(loan, own, command.Amount, command.Note, now) is { } unfit) return unfit;

        return LoanDecision.Accept(new CreditApproved(command.Amount, command.Note, now.Actor.Id) { Overrides = own });
    }

    public static LoanDecision Reject(Loan loan, RejectByCredit command, Circumstances now)
    {
        if (loan.Application is not ApplicationState.Pending) return LoanDecider.NotNow(loan, command, now);
        if (!now.Brand.Settings.RejectionReasons.ContainsKey(command.ReasonCode)) return new ReasonUnknown();

        return LoanDecision.Accept(new CreditRejected(command.ReasonCode, command.Note))
            .AndThen(RejectionMessage(loan, command.ReasonCode, now));
    }

    public static LoanDecision SendBack(Loan loan, SendBackToBorrower command, Circumstances now)
    {
        if (loan.Application is not ApplicationState.Pending) return LoanDecider.NotNow(loan, command, now);
        if (string.IsNullOrWhiteSpace(command.Note)) return new NoteMissing();

        return LoanDecision.Accept(new ApplicationSentBack(command.Note))
            .AndThen(LoanOutbox.Message(MessageTemplates.ApplicationSentBack, loan, now));
    }

    /// <summary>The borrower is told the reason (LOS-023); the code stands for the Brand's words.</summary>
    internal static OutboxItem RejectionMessage(Loan loan, string reasonCode, Circumstances now) =>
        LoanOutbox.Message(MessageTemplates.ApplicationRejected, loan, now, loan.Requested, also: ("reason", reasonCode));
}
