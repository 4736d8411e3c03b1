namespace Lending.Domain;

/// <summary>Paying the loan out: one person proposes, another approves, the provider confirms or fails (LOS-056, LOS-057, LMS-016 to LMS-019).</summary>
internal static class Disbursing
{
    public static LoanDecision Propose(Loan loan, ProposeDisbursement command, Circumstances now)
    {
        if (loan is not { Account: AccountState.AwaitingDisbursal, Net: { } net }) return LoanDecider.NotNow(loan, command, now);
        if (command.Channel is PayoutChannels.Upi) return new UpiAddressMissing();
        if (!PayoutChannels.Offered.Contains(command.Channel)) return new ChannelUnknown();
        if (now.Customer is not { HasVerifiedBankAccount: true }) return new BankAccountMissing();

        var heldBack = Refinancing.HeldBack(loan, now);
        if (heldBack.IsRefused) return heldBack.Refusal;
        if (net <= heldBack.Value) return new NothingToDisburse();

        return LoanDecision.Accept(new DisbursementProposed(command.Channel, net - heldBack.Value, now.Actor.Id)
        {
            Refinanced = heldBack.Value.IsZero ? null : heldBack.Value,
        });
    }

    public static LoanDecision Return(Loan loan, ReturnDisbursement command, Circumstances now)
    {
        if (loan.Account is not AccountState.DisbursalProposed) return LoanDecider.NotNow(loan, command, now);
        if (string.IsNullOrWhiteSpace(command.Note)) return new NoteMissing();

        return LoanDecision.Accept(new DisbursementReturned(command.Note));
    }

    public static LoanDecision Approve(Loan loan, ApproveDisbursement command, Circumstances now)
    {
        if (loan is not { Account: AccountState.DisbursalProposed, Payout: { } payout }) return LoanDecider.NotNow(loan, command, now);
        if (command.Net != payout.Net) return new NetMismatch(payout.Net);
        if (now.Customer is not { HasVerifiedBankAccount: true }) return new BankAccountMissing();

        var heldBack = Refinancing.HeldBack(loan, now);
        if (heldBack.IsRefused) return heldBack.Refusal;
        if (heldBack.Value != (payout.Refinanced ?? Money.Zero(loan.Currency))) return new PayoffMoved(heldBack.Value);

        var attempt = payout.Attempt + 1;
        var approved = new DisbursementApproved(LoanReference.Of(now.Brand.Code, now.LoanId, $"payout-{attempt}"), attempt, payout.Channel, payout.Net, now.Actor.Id)
        {
            PayoffOn = payout.Refinanced is null ? null : now.Today(now.Refinanced!.Loan),
        };
        return LoanDecision.Accept(approved).AndThen(LoanOutbox.RequestPayout(approved.Reference, approved.Net, approved.Channel, now));
    }

    public static LoanDecision Confirm(Loan loan, ConfirmDisbursement command, Circumstances now)
    {
        if (loan.Line is not null) return Drawing.Confirm(loan, command, now);
        if (loan.Payout is not { Attempt: > 0 } last) return LoanDecider.NotNow(loan, command, now);
        if (last.Of(command.Reference) is not { } payout) return new PayoutUnknown();
        if (payout == last && last.Failure is null && loan.Account is AccountState.PayoutRequested) return Disbursed(loan, payout, command.ProviderReference, now);
        if (payout.ProviderReference is not null) return LoanDecision.Nothing;

        // A provider that called a payout failed may still have paid it; then the borrower has the money, and it must not be paid again. A new proposal that nobody
        // has let go falls away with it, and so does a cancellation: the loan can be given back. What was let go cannot be called back: then it is kept that the money
        // may have gone out twice.
        if (payout.Failure is null) return new PayoutUnknown();
        if (loan.Account is AccountState.AwaitingDisbursal or AccountState.DisbursalProposed || loan is { Account: AccountState.None, Application: ApplicationState.Cancelled }) return Disbursed(loan, payout, command.ProviderReference, now);
        return payout == last ? new PayoutUnknown() : LoanDecision.Accept(new PayoutContradicted(command.Reference, command.ProviderReference, now.Today(loan)));
    }

    private static LoanDecision Disbursed(Loan loan, PayoutAttempt payout, string providerReference, Circumstances now)
    {
        if (loan.Sanctioned is not { } principal) return new PayoutUnknown();
        var today = now.Today(loan);
        var schedule = Schedules.Of(LoanDecider.ProductOf(now), principal, loan.Tenure, today, now.Brand.Settings.Calendar, Charges.UpfrontInterestIn(loan.Charges));
        var decision = LoanDecision.Accept(new LoanDisbursed(
                payout.Reference!, providerReference, today, principal, loan.Charges, payout.Net, schedule)
            {
                CoolingOffUntil = today.AddDays(now.Brand.Settings.CoolingOffDays), Refinanced = payout.Refinanced,
                Accounts = AccountMapping.Of(LoanDecider.ProductOf(now).Accounts, now.Accounts),
            })
            .AndThen(LoanOutbox.Message(MessageTemplates.Disbursed, loan, now, payout.Net, schedule[0].PayBy));
        return payout.Refinanced is { } payoff ? decision.AndThen(LoanOutbox.PayOff(loan, payoff, payout.PayoffOn, now)) : decision;
    }

    public static LoanDecision Fail(Loan loan, FailDisbursement command, Circumstances now)
    {
        if (loan.Line is not null) return Drawing.Fail(loan, command, now);
        if (loan.Payout is not { Attempt: > 0 } payout) return LoanDecider.NotNow(loan, command, now);
        if (payout.Reference != command.Reference) return new PayoutUnknown();
        if (loan.Account is AccountState.AwaitingDisbursal && payout.Failure is not null) return LoanDecision.Nothing;
        if (loan.Account is not AccountState.PayoutRequested) return LoanDecider.NotNow(loan, command, now);

        // The one before it has arrived after all: that is the payout.
        var failed = new DisbursementFailed(command.Reference, command.Reason);
        if (payout.Former is not { ProviderReference: { } arrived } former) return LoanDecision.Accept(failed);
        var paid = Disbursed(loan, former, arrived, now);
        return paid.Refusal is not null ? paid : new LoanDecision(null, [failed, .. paid.Events], paid.Outbox);
    }
}
