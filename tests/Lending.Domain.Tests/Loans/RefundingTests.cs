namespace Lending.Domain.Tests.Loans;

/// <summary>Money kept for a borrower that is sent back, and that the bank returns; on Rs 1,00,000 over 12 months from 1 June 2026.</summary>
public sealed class RefundingTests
{
    [Fact]
    public void RefundReturn_OnALoanThatHasEnded_IsTheBorrowersMoneyAgainAndCanBeRefundedOnceMore()
    {
        var story = Repaid(A.Inr(700_00)).Change(new AdvanceRefund(A.Inr(700_00), "utr-1"));
        var paidOut = story.Ledger[Accounts.PayoutClearing];

        story.UntilMorningOf(new(2026, 7, 20)).Change(new RefundReturn(A.Inr(700_00), "utr-1"));

        Assert.Equal((AccountState.Completed, A.Inr(700_00)), (story.Loan.Account, story.Loan.Advance));
        Assert.Equal((paidOut + 700_00, -700_00), (story.Ledger[Accounts.PayoutClearing], story.Ledger[Accounts.CustomerAdvances]));
        story.Change(new AdvanceRefund(A.Inr(700_00), "utr-2"));
        Assert.Equal((paidOut, 0, A.Inr(0)), (story.Ledger[Accounts.PayoutClearing], story.Ledger[Accounts.CustomerAdvances], story.Loan.Advance));
        Assert.Equal(As.Json(story.Loan), As.Json(LoanEvolution.Replay(story.Events)));
    }

    [Fact]
    public void RefundReturn_OfWhatWasNotRefundedLikeThat_IsRefusedByName()
    {
        var story = Repaid(A.Inr(700_00)).Change(new AdvanceRefund(A.Inr(300_00), "utr-1"));

        Assert.Equal(new RefundNotBooked(), story.Refused(new RefundReturn(A.Inr(300_00), "utr-2")));
        Assert.Equal(new ChangeFieldInvalid("amount", $"must be what was refunded: {A.Inr(300_00)}"), story.Refused(new RefundReturn(A.Inr(299_99), "utr-1")));
        Assert.Equal(new CurrencyMismatch("INR"), story.Refused(new RefundReturn(new Money(300_00, Currency.Of("USD")), "utr-1")));
        story.Change(new RefundReturn(A.Inr(300_00), "utr-1"));
        Assert.Equal(new RefundReturned(), story.Refused(new RefundReturn(A.Inr(300_00), "utr-1")));

        // Sent once more under the same reference, it can come back once more.
        story.Change(new AdvanceRefund(A.Inr(400_00), "utr-1"));
        Assert.Equal(new ChangeFieldInvalid("amount", $"must be what was refunded: {A.Inr(400_00)}"), story.Refused(new RefundReturn(A.Inr(300_00), "utr-1")));
        Assert.Equal(A.Inr(700_00), story.Change(new RefundReturn(A.Inr(400_00), "utr-1")).Loan.Advance);
    }

    [Fact]
    public void RefundReturn_ByOnePersonAlone_IsRefused()
    {
        var story = Repaid(A.Inr(700_00)).Change(new AdvanceRefund(A.Inr(700_00), "utr-1")).Do(new ProposeChange("c", new RefundReturn(A.Inr(700_00), "utr-1"), "bank says so"), A.Lata);

        Assert.Equal(new SecondPersonNeeded(), story.Ask(new ApproveChange("c"), A.Lata).Refusal);
    }

    [Fact]
    public void Preview_OfARefundReturn_ShowsItsTwoLines()
    {
        var story = Repaid(A.Inr(700_00)).Change(new AdvanceRefund(A.Inr(700_00), "utr-1"));

        var preview = ChangePreviews.Of(story.Loan, new RefundReturn(A.Inr(700_00), "utr-1"), story.Now(A.Omar)).Value!;

        Assert.Equal((A.Inr(0), A.Inr(700_00)), (preview.Before.Advance, preview.After.Advance));
        Assert.Equal(
            [(Accounts.CustomerAdvances, -700_00L), (Accounts.PayoutClearing, 700_00L)],
            preview.Postings.Select(line => (line.Account, line.Debit.Minor - line.Credit.Minor)).OrderBy(line => line.Item2));
    }

    [Fact]
    public void RefundReturn_OnALoanThatRuns_PaysWhatFallsDue()
    {
        var story = Active().Pay(A.Inr(5_000_00)).Change(new AdvanceRefund(A.Inr(5_000_00), "utr-1")).UntilMorningOf(new(2026, 6, 20));
        story.Change(new RefundReturn(A.Inr(5_000_00), "utr-1"));

        Assert.Equal(A.Inr(5_000_00), story.Loan.Advance);
        Assert.Equal(A.Inr(5_000_00), story.UntilMorningOf(story.Loan.Instalments[0].Due).Loan.Instalments[0].PaidInAll);
    }

    [Fact]
    public void RefundReturn_OnALineThatOwes_RepaysItAtOnce()
    {
        var story = Story.Opened(A.Line, A.Inr(50_000_00), 12).Draw(A.Inr(10_000_00)).Pay(A.Inr(13_000_00)).Change(new AdvanceRefund(A.Inr(3_000_00), "utr-1")).Draw(A.Inr(5_000_00));
        story.Change(new RefundReturn(A.Inr(3_000_00), "utr-1"));

        Assert.Equal((A.Inr(2_000_00), A.Inr(0)), (story.Payoff, story.Loan.Advance));
    }

    [Fact]
    public void Reversal_OfMoneyWhoseRefundTheBankReturned_IsAsIfItHadNeverCome()
    {
        var story = Active().Pay(A.Inr(5_000_00), "bad").Change(new AdvanceRefund(A.Inr(5_000_00), "utr-1"));
        Assert.Equal(new LaterEventsInTheWay(), story.Refused(new PaymentReversal("bad", ReversalCause.Bounced)));
        story.UntilMorningOf(new(2026, 6, 20)).Change(new RefundReturn(A.Inr(5_000_00), "utr-1")).UntilMorningOf(new(2026, 7, 20));

        story.Change(new PaymentReversal("bad", ReversalCause.Bounced));

        var without = Active().UntilMorningOf(new(2026, 7, 20));
        Assert.Equal(As.Json(without.Loan.Instalments), As.Json(story.Loan.Instalments));
        foreach (var account in Accounts.All) Assert.Equal((account.Name, without.Ledger[account]), (account.Name, story.Ledger[account]));
    }

    [Fact]
    public void MoneyOfAnEarlierDay_AfterARefundAndItsReturn_KeepsBoth()
    {
        var story = Active().Pay(A.Inr(5_000_00)).UntilMorningOf(new(2026, 6, 10)).Change(new AdvanceRefund(A.Inr(5_000_00), "utr-1")).UntilMorningOf(new(2026, 7, 20))
            .Change(new RefundReturn(A.Inr(5_000_00), "utr-1")).UntilMorningOf(new(2026, 7, 25));

        story.Do(new MatchPayment("found", A.Inr(20_000_00), "neft", "r", new(2026, 6, 30), "found"), A.Omar).Do(new ApprovePayment("found"), A.Lata);

        var inOrder = Active().Pay(A.Inr(5_000_00)).UntilMorningOf(new(2026, 6, 10)).Change(new AdvanceRefund(A.Inr(5_000_00), "utr-1")).UntilMorningOf(new(2026, 6, 30))
            .Pay(A.Inr(20_000_00), "found").UntilMorningOf(new(2026, 7, 20)).Change(new RefundReturn(A.Inr(5_000_00), "utr-1")).UntilMorningOf(new(2026, 7, 25));
        Assert.Equal(inOrder.Loan.Advance, story.Loan.Advance);
        foreach (var account in Accounts.All) Assert.Equal((account.Name, inOrder.Ledger[account]), (account.Name, story.Ledger[account]));
    }

    private static Story Active() => Story.Active(A.Emi, A.Inr(1_00_000_00), 12);

    /// <summary>Repaid, and so much more came with the last payment.</summary>
    private static Story Repaid(Money more)
    {
        var story = Active().UntilMorningOf(new(2026, 6, 20));
        return story.Pay(story.Payoff + more);
    }
}
