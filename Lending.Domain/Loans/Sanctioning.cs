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
        var charges = Quotes.ChargesOf(product, command.Amount, loan.Tenure, now.Today(loan), now.Brand.Settings.Calendar, Coupons.Of(product, loan.Coupon));
        var net = Charges.NetOf(command.Amount, charges);
        if (!net.IsPositive) return new NothingToDisburse();

        return LoanDecision.Accept(new LoanSanctioned(command.Amount, charges, net, command.Note, now.Actor.Id))
            .AndThen(LoanOutbox.PrepareAgreement(loan, now));
    }

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
