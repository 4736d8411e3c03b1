namespace Lending.Domain;

/// <summary>The sanction manager's decision: the last gate before the agreement (LOS-045, LOS-086).</summary>
internal static class Sanctioning
{
    public static LoanDecision Sanction(Loan loan, Sanction command, Circumstances now)
    {
        if (loan is not { Application: ApplicationState.CreditApproved, Recommended: { } recommended })
            return LoanDecider.NotNow(loan, command, now);
        var product = LoanDecider.ProductOf(now);
        if (AmountBounds.Check(command.Amount, product, now.Brand) is { } refusal) return refusal;
        if (command.Amount > recommended) return new AmountAboveRecommended(recommended);
        var own = (command.Overrides ?? loan.ProposedOverrides) is { IsEmpty: false } asked ? asked : null;
        if (own is not null && CheckOwn(loan, own, command.Amount, command.Note, now) is { } unfit) return unfit;

        var terms = own is null ? product : OverriddenProduct.Of(product, own);
        var charges = Quotes.ChargesOf(terms, command.Amount, own?.Tenure ?? loan.Tenure, now.Today(loan), now.Brand.Settings.Calendar, Coupons.Of(product, loan.Coupon));
        if (Charges.TakeAll(command.Amount, charges)) return new NothingToDisburse();

        return LoanDecision.Accept(new LoanSanctioned(command.Amount, charges, Charges.NetOf(command.Amount, charges), command.Note, now.Actor.Id) { Overrides = own })
            .AndThen(LoanOutbox.PrepareAgreement(loan, now));
    }

    /// <summary>Terms of a loan's own need a reason in words, and must be ones the product admits for it.</summary>
    public static Refusal? CheckOwn(Loan loan, TermOverrides own, Money amount, string note, Circumstances now) =>
        string.IsNullOrWhiteSpace(note) ? new NoteMissing() : OverrideRules.Check(LoanDecider.ProductOf(now), own, amount, loan.Tenure);

    public static LoanDecision Reject(Loan loan, RejectSanction command, Circumstances now)
    {
        if (loan.Application is not ApplicationState.CreditApproved) return LoanDecider.NotNow(loan, command, now);
        if (!now.Brand.Settings.RejectionReasons.ContainsKey(command.ReasonCode)) return new ReasonUnknown();

        return LoanDecision.Accept(new SanctionRejected(command.ReasonCode, command.Note))
            .AndThen(Approving.RejectionMessage(loan, command.ReasonCode, now));
    }

    public static LoanDecision SendBack(Loan loan, SendBackToCredit command, Circumstances now)
    {
        if (loan.Application is not ApplicationState.CreditApproved) return LoanDecider.NotNow(loan, command, now);
        if (string.IsNullOrWhiteSpace(command.Note)) return new NoteMissing();

        return LoanDecision.Accept(new SanctionSentBack(command.Note));
    }
}
