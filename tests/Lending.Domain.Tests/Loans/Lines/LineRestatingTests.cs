namespace Lending.Domain.Tests.Loans.Lines;

/// <summary>A line that is worked out again while a draw is under way, or after one was: Rs 50,000 from 1 June 2026 on, valid for three months, through 31 August.</summary>
public sealed class LineRestatingTests
{
    private static readonly DateOnly End = new(2026, 8, 31);

    private static Story Open() => Story.Opened(A.Line, A.Inr(50_000_00), 3);

    [Fact]
    public void Payment_KnownLater_OfALineThatEndedWithADrawUnderWay_LeavesTheDrawOwed()
    {
        var (early, late) = (OverTheEnd(), OverTheEnd());

        early.UntilMorningOf(new(2026, 9, 8)).Pay(A.Inr(4_000_00), "p").UntilMorningOf(new(2026, 9, 11));
        late.UntilMorningOf(new(2026, 9, 11));
        Found(late, "p", A.Inr(4_000_00), new(2026, 9, 8));

        AssertAlike(early, late);
        Assert.Equal(AccountState.Active, late.Loan.Account);
        Assert.InRange(late.Ledger[Accounts.Principal], 6_000_00, 6_100_00);
        Assert.DoesNotContain(late.Outbox, static item => item.Kind == OutboxKinds.PrepareCertificate);

        // Statements that were made stay as they were made, and so asked for other minimums; all of it is owed.
        Assert.Equal(early.CloseThrough(new(2026, 10, 20)).Ledger[Accounts.InterestIncome], late.CloseThrough(new(2026, 10, 20)).Ledger[Accounts.InterestIncome]);

        static Story OverTheEnd()
        {
            var story = Open().UntilMorningOf(End).Do(new RequestDraw("d", A.Inr(10_000_00), "IMPS"), A.Borrower()).UntilMorningOf(new(2026, 9, 2));
            return story.Do(new ConfirmDisbursement(story.Loan.Line!.Draws.Single().Reference!, "utr"), A.System);
        }
    }

    [Fact]
    public void Payment_KnownLater_OfALineWhoseLastDrawTheBankFailed_EndsItWhenTheDrawFailed()
    {
        var (early, late) = (WithDrawOverTheEnd(), WithDrawOverTheEnd());
        var payoff = early.UntilMorningOf(new(2026, 8, 29)).Payoff;

        Fail(early.Pay(payoff, "p").UntilMorningOf(End).Do(new RequestDraw("e", A.Inr(2_000_00), "IMPS"), A.Borrower()).UntilMorningOf(new(2026, 9, 4)));
        Fail(late.UntilMorningOf(End).Do(new RequestDraw("e", A.Inr(2_000_00), "IMPS"), A.Borrower()).UntilMorningOf(new(2026, 9, 4)));
        early.UntilMorningOf(new(2026, 9, 10));
        Found(late.UntilMorningOf(new(2026, 9, 10)), "p", payoff, new(2026, 8, 29));

        AssertAlike(early, late);
        Assert.Equal((AccountState.Completed, AccountState.Completed), (early.Loan.Account, late.Loan.Account));

        // The day on which it would have ended is worked out too: with its draw under way it went on until it failed.
        Assert.Equal(new DateOnly(2026, 9, 5), early.Loan.CompletedOn);

        static Story WithDrawOverTheEnd() => Open().UntilMorningOf(new(2026, 8, 5)).Draw(A.Inr(10_000_00));

        static void Fail(Story story) => story.Do(new FailDisbursement(story.Loan.Line!.Draws.Single().Reference!, "closed"), A.System);
    }

    [Fact]
    public void Payment_KnownLater_OfADrawThatArrivedAfterItWasCalledFailed_LeavesTheDrawOwed()
    {
        var story = Open().UntilMorningOf(new(2026, 8, 5)).Draw(A.Inr(10_000_00)).UntilMorningOf(End).Do(new RequestDraw("e", A.Inr(2_000_00), "IMPS"), A.Borrower());
        var reference = story.Loan.Line!.Draws.Single().Reference!;
        var payoff = story.Payoff;
        story.Do(new FailDisbursement(reference, "timeout"), A.System).UntilMorningOf(new(2026, 9, 3)).Do(new ConfirmDisbursement(reference, "utr"), A.System).UntilMorningOf(new(2026, 9, 6));

        Found(story, "p", payoff, End);

        Assert.Equal(AccountState.Active, story.Loan.Account);
        Assert.Equal((2_000_00, A.Inr(2_000_00)), (story.Ledger[Accounts.Principal], LineFigures.Of(story.Loan, story.Today, story.Product)!.Drawn));
        Assert.True(story.Payoff > A.Inr(2_000_00), "Three nights of what is owed bear interest.");
    }

    [Fact]
    public void Payment_KnownLater_OfALineThatWasClosedAndOpenedAgain_LeavesLaterDrawsOwed()
    {
        var story = Open().Draw(A.Inr(10_000_00)).UntilMorningOf(new(2026, 6, 9));
        var before = story.Payoff;
        var payoff = story.UntilMorningOf(new(2026, 6, 10)).Payoff;
        story.Pay(payoff, "bad").Do(new CloseLine("not needed"), A.Omar).UntilMorningOf(new(2026, 6, 12)).Change(new PaymentReversal("bad", ReversalCause.Bounced)).Draw(A.Inr(3_000_00))
            .UntilMorningOf(new(2026, 6, 20));

        Found(story, "good", before, new(2026, 6, 9));

        Assert.Equal(AccountState.Active, story.Loan.Account);
        Assert.Equal(3_000_00, story.Ledger[Accounts.Principal]);
    }

    private static void Found(Story story, string id, Money amount, DateOnly on) =>
        story.Do(new MatchPayment(id, amount, "neft", "r", on, "found"), A.Omar).Do(new ApprovePayment(id), A.Lata);

    internal static void AssertAlike(Story early, Story late)
    {
        Assert.Equal(As.Json(early.Loan.Instalments), As.Json(late.Loan.Instalments));
        Assert.Equal((early.Loan.Account, early.Loan.Advance, early.Payoff), (late.Loan.Account, late.Loan.Advance, late.Payoff));
        foreach (var account in Accounts.All) Assert.Equal((account.Number, early.Ledger[account]), (account.Number, late.Ledger[account]));
    }
}
