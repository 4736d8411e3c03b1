namespace Lending.Domain.Tests.Loans;

/// <summary>A loan of Rs 2,00,000 that pays off one of Rs 1,00,000 after a month.</summary>
public sealed class RefinancingTests
{
    [Fact]
    public void Payout_OfALoanThatPaysOffAnother_HoldsBackWhatThatNeeds()
    {
        var old = Old();
        var story = Signed(old);
        var payoff = old.Payoff;

        story.Do(new ProposeDisbursement("IMPS"), A.Omar);
        Assert.Equal((story.Loan.Net!.Value - payoff, payoff), (story.Loan.Payout!.Net, story.Loan.Payout.Refinanced));
        story.Do(new ApproveDisbursement(story.Loan.Payout.Net), A.Lata).Do(new ConfirmDisbursement(story.Loan.Payout.Reference!, "utr-1"), A.System);

        Assert.Equal(-payoff.Minor, story.Ledger[Accounts.RefinanceClearing]);
        var item = Assert.Single(story.Outbox, item => item.Kind == OutboxKinds.PayOffLoan);
        Assert.Equal(("LN-2605-00001", A.LoanId), (item.Data["loan"], item.Data["by"]));

        old.Do(new ReceivePayment($"refinance-{A.LoanId}", payoff, PaymentChannels.Refinance, A.LoanId), A.System);
        Assert.Equal((AccountState.Completed, Closure.Refinanced, A.LoanId), (old.Loan.Account, old.Loan.Closure, old.Loan.RefinancedBy));
        Assert.Equal(0, old.Ledger[Accounts.RefinanceClearing] + story.Ledger[Accounts.RefinanceClearing]);
        Assert.Equal("LN-2605-00001", story.Loan.Refinances);
    }

    [Theory, InlineData(ExcessMoney.HoldAsAdvance), InlineData(ExcessMoney.ReduceInstalment)]
    public void Payout_ConfirmedNightsAfterItsApproval_ClosesTheOldLoanFromTheDayItWasApproved(ExcessMoney excess)
    {
        var old = Old(A.Emi with { Excess = excess });
        var story = Signed(old);
        var (payoff, approved) = (old.Payoff, old.Today);
        story.Do(new ProposeDisbursement("IMPS"), A.Omar).Do(new ApproveDisbursement(story.Loan.Payout!.Net), A.Lata);
        old.CloseThrough(approved.AddDays(2));
        (story.Brand, story.Refinanced) = (old.Brand, new RefinancedLoan(old.Loan, old.Product));
        story.Do(new ConfirmDisbursement(story.Loan.Payout.Reference!, "utr-1"), A.System);

        var item = Assert.Single(story.Outbox, item => item.Kind == OutboxKinds.PayOffLoan);
        Assert.Equal("2026-07-01", item.Data["on"]);
        var command = new ReceivePayment($"refinance-{A.LoanId}", payoff, PaymentChannels.Refinance, A.LoanId) { PayoffOn = approved };
        Assert.True(LoanHistory.IsNeeded(old.Loan, command, old.Brand.BusinessDate));
        old.Do(command, A.System);

        Assert.Equal((AccountState.Completed, Closure.Refinanced, A.LoanId, A.Inr(0)), (old.Loan.Account, old.Loan.Closure, old.Loan.RefinancedBy, old.Loan.Advance));
        Assert.Equal(0, old.Ledger[Accounts.RefinanceClearing] + story.Ledger[Accounts.RefinanceClearing]);
        Assert.Contains(old.Outbox, sent => sent.Kind == OutboxKinds.PrepareCertificate);
    }

    [Theory]
    [InlineData(ExcessMoney.HoldAsAdvance)]
    [InlineData(ExcessMoney.ReduceInstalment)]
    [InlineData(ExcessMoney.ReduceTenure)]
    public void Payment_OfARefinanceThatDoesNotClose_IsBookedOnRefinanceClearingAndTakenBackFromThere(ExcessMoney excess)
    {
        var old = Story.Active(A.Emi with { Excess = excess }, A.Inr(1_00_000_00), 12).UntilMorningOf(new(2026, 7, 1)).Pay(A.Inr(9_168_00), "collected");

        old.Do(new ReceivePayment("refinance-1", A.Inr(50_000_00), PaymentChannels.Refinance, A.LoanId), A.System);
        Assert.Equal((AccountState.Active, 50_000_00L, 9_168_00L), (old.Loan.Account, old.Ledger[Accounts.RefinanceClearing], old.Ledger[Accounts.CollectionClearing]));

        old.Change(new PaymentReversal("refinance-1", ReversalCause.BookedByMistake));
        Assert.Equal((0L, 9_168_00L), (old.Ledger[Accounts.RefinanceClearing], old.Ledger[Accounts.CollectionClearing]));
    }

    [Fact]
    public void Payment_OfARefinanceOfALoanWrittenOffMeanwhile_IsARecoveryFromRefinanceClearing()
    {
        var old = Old().Change(new WriteOff());

        old.Do(new ReceivePayment("refinance-1", A.Inr(50_000_00), PaymentChannels.Refinance, A.LoanId), A.System);

        Assert.Equal((50_000_00L, -50_000_00L), (old.Ledger[Accounts.RefinanceClearing], old.Ledger[Accounts.Recoveries]));
    }

    [Fact]
    public void Payout_AfterTheOldLoanHasGrown_IsProposedAgain()
    {
        var old = Old();
        var story = Signed(old).Do(new ProposeDisbursement("IMPS"), A.Omar);

        old.CloseThrough(old.Today);
        story.Brand = old.Brand;
        story.Refinanced = new RefinancedLoan(old.Loan, A.Emi);

        Assert.Equal(new PayoffMoved(old.Payoff), story.Ask(new ApproveDisbursement(story.Loan.Payout!.Net), A.Lata).Refusal);
    }

    [Fact]
    public void Application_NamingAnotherBorrowersLoan_FindsNone()
    {
        var old = Old();
        var story = new Story(A.Emi) { Refinanced = new RefinancedLoan(old.Loan with { CustomerId = "CU-2606-00002" }, A.Emi) };

        Assert.IsType<RefinancedLoanNotFound>(story.Ask(Start(), A.Borrower()).Refusal);
        story.Refinanced = null;
        Assert.IsType<RefinancedLoanNotFound>(story.Ask(Start(), A.Borrower()).Refusal);
        story.Refinanced = new RefinancedLoan(old.Loan with { Account = AccountState.Completed }, A.Emi);
        Assert.IsType<RefinancedLoanNotRunning>(story.Ask(Start(), A.Borrower()).Refusal);
    }

    [Theory, InlineData(2, false), InlineData(40, true)]
    public void Application_WhileOrAfterTheOldLoanIsFrozen_IsTakenOnceItRuns(int daysLater, bool taken)
    {
        var old = Old();
        old.Change(new Freeze(old.Today.AddDays(5))).UntilMorningOf(old.Today.AddDays(daysLater));
        var story = new Story(A.Emi) { Brand = old.Brand, Refinanced = new RefinancedLoan(old.Loan with { Id = "LN-2605-00001" }, A.Emi) };

        Assert.Equal(taken, story.Ask(Start(), A.Borrower()).Refusal is null);
    }

    private static Story Old(LoanProduct? product = null) => Story.Active(product ?? A.Emi, A.Inr(1_00_000_00), 12).UntilMorningOf(new(2026, 7, 1)).Pay(A.Inr(9_168_00));

    private static StartApplication Start() => new(A.Asha, "emi", A.Inr(2_00_000_00), 12) { Refinances = "LN-2605-00001" };

    private static Story Signed(Story old) => new Story(A.Emi) { Brand = old.Brand, Refinanced = new RefinancedLoan(old.Loan with { Id = "LN-2605-00001" }, A.Emi) }
        .Do(Start(), A.Borrower()).Do(new SubmitApplication(), A.Borrower()).Do(new ApproveByCredit(A.Inr(2_00_000_00), "fine"), A.Priya)
        .Do(new Sanction(A.Inr(2_00_000_00), "fine"), A.Sunil).Do(A.Agreement(old.Today.AddDays(2)), A.System)
        .Do(new RecordSignature("sign-1", "ab12", A.Noon), A.System);
}
