namespace Lending.Domain.Tests.Loans;

/// <summary>Agreed settlements of Rs 60,000 on a loan of Rs 1,00,000 over 12 months, late since July.</summary>
public sealed class SettlingTests
{
    [Theory, InlineData(15, 16), InlineData(29, 33), InlineData(30, 30)]
    public void Settlement_PaidInTime_EndsTheLoanOnWhateverDayItIsApproved(int paid, int approved)
    {
        var story = Agreed();
        story.UntilMorningOf(new DateOnly(2026, 8, 31).AddDays(paid)).Do(new ProposePayment("p1", A.Inr(60_000_00), "cash", "r", story.Today, "counter"), A.Omar);
        story.UntilMorningOf(new DateOnly(2026, 8, 31).AddDays(approved)).Do(new ApprovePayment("p1"), A.Lata);

        AssertSettled(story, 60_000_00);
        Assert.Equal(OnTime(paid).Ledger[Accounts.LoansWrittenOff], story.Ledger[Accounts.LoansWrittenOff]);
        Assert.Equal(OnTime(paid).Ledger[Accounts.InterestIncome], story.Ledger[Accounts.InterestIncome]);
    }

    [Fact]
    public void Settlement_PaidInTwoParts_EndsTheLoanWithTheSecond()
    {
        var story = Agreed().Pay(A.Inr(30_000_00));
        Assert.Equal(AccountState.Active, story.Loan.Account);

        story.UntilMorningOf(new(2026, 9, 20)).Pay(A.Inr(30_000_00));

        AssertSettled(story, 60_000_00);
    }

    /// <summary>Money that lies in advance when the sum is agreed is a part of it, also when an instalment has used it by then.</summary>
    [Fact]
    public void Settlement_OfALoanWithAnAdvance_IsPaidByTheRestWheneverThatComes()
    {
        var story = Story.Active(A.Emi, A.Inr(1_00_000_00), 12).UntilMorningOf(new(2026, 6, 21)).Pay(A.Inr(3_000_00)).Change(new Settlement(A.Inr(50_000_00), new(2026, 7, 31)));
        story.UntilMorningOf(new(2026, 7, 11));
        Assert.Equal(A.Inr(0), story.Loan.Advance);

        story.Pay(A.Inr(47_000_00));

        AssertSettled(story, 50_000_00);
    }

    [Fact]
    public void Settlement_PaidInTwoPartsThatAreHeardOfTheWrongWayRound_EndsTheLoan()
    {
        var story = Agreed().UntilMorningOf(new(2026, 10, 2));
        Found(story, "second", A.Inr(30_000_00), new(2026, 9, 25));
        Assert.Equal(AccountState.Active, story.Loan.Account);

        Found(story, "first", A.Inr(30_000_00), new(2026, 9, 20));

        AssertSettled(story, 60_000_00);
    }

    [Fact]
    public void Settlement_PaidAfterItsTime_SettlesNothing()
    {
        var story = Agreed().UntilMorningOf(new(2026, 10, 5));

        Found(story, "late", A.Inr(60_000_00), new(2026, 10, 1));

        Assert.Equal((AccountState.Active, A.Inr(0)), (story.Loan.Account, story.Loan.WrittenOff));
    }

    [Fact]
    public void Settlement_WithAPartThatWasPaidBeforeItWasAgreed_WaitsForAllOfIt()
    {
        var story = Agreed().UntilMorningOf(new(2026, 9, 18));

        Found(story, "before", A.Inr(5_000_00), new(2026, 9, 10));
        story.Pay(A.Inr(55_000_00));
        Assert.Equal(AccountState.Active, story.Loan.Account);

        story.Pay(A.Inr(5_000_00));
        AssertSettled(story, 65_000_00);
    }

    [Fact]
    public void Settlement_WithAPartTakenBack_WaitsForItAgain()
    {
        var story = Agreed().Pay(A.Inr(30_000_00), "bad").Change(new PaymentReversal("bad", ReversalCause.Bounced));

        story.Pay(A.Inr(30_000_00));
        Assert.Equal(AccountState.Active, story.Loan.Account);
        story.Pay(A.Inr(30_000_00));
        AssertSettled(story, 60_000_00);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Settlement_WithInterestInSuspenseOrChargedOff_IsBookedTheSameADayLater(bool isChargedOff)
    {
        Story Late()
        {
            var story = Story.Active(A.Emi with { SuspendInterestWhenNpa = true }, A.Inr(1_00_000_00), 12).UntilMorningOf(new(2026, 11, 15));
            if (isChargedOff) story.Change(new ChargeOff(ChargeOffKind.Regular));
            return story.Change(new Settlement(A.Inr(60_000_00), new(2026, 11, 30)));
        }

        var onTime = Late();
        onTime.Pay(A.Inr(60_000_00));
        var later = Late().UntilMorningOf(new(2026, 11, 17));
        Found(later, "p1", A.Inr(60_000_00), new(2026, 11, 15));

        AssertSettled(later, 60_000_00);
        foreach (var account in new[] { Accounts.LoansWrittenOff, Accounts.InterestIncome, Accounts.PenaltyIncome, Accounts.InterestSuspense, Accounts.Recoveries, Accounts.ChargedOffLoans, Accounts.LoansChargedOff })
            Assert.Equal((account, onTime.Ledger[account]), (account, later.Ledger[account]));
    }

    private static Story Agreed() => Story.Active(A.Emi, A.Inr(1_00_000_00), 12).UntilMorningOf(new(2026, 9, 15)).Change(new Settlement(A.Inr(60_000_00), new(2026, 9, 30)));

    private static Story OnTime(int day) => Agreed().UntilMorningOf(new DateOnly(2026, 8, 31).AddDays(day)).Pay(A.Inr(60_000_00));

    private static void Found(Story story, string id, Money amount, DateOnly on) =>
        story.Do(new MatchPayment(id, amount, "neft", "r", on, "found"), A.Omar).Do(new ApprovePayment(id), A.Lata);

    private static void AssertSettled(Story story, long paid)
    {
        Assert.Equal((AccountState.Completed, Closure.Settled, A.Inr(0)), (story.Loan.Account, story.Loan.Closure, story.Loan.Advance));
        Assert.Equal(paid, story.Ledger[Accounts.CollectionClearing]);
        Assert.True(story.Loan.WrittenOff.IsPositive);
        Assert.Equal(As.Json(story.Loan), As.Json(LoanEvolution.Replay(story.Events)));
    }
}
