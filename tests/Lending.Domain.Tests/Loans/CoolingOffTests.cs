namespace Lending.Domain.Tests.Loans;

/// <summary>A loan that its borrower gives back in the days after the payout.</summary>
public sealed class CoolingOffTests
{
    private static readonly LoanProduct Charged = A.Emi with { Prepayment = new PrepaymentTerms(0m, 4m, 18m) { FreeWhileCoolingOff = false } };

    [Fact]
    public void Exit_InTheCoolingOffDays_ClosesForPrincipalAndInterestAlone()
    {
        // 1,00,000 at 18 %: 50.00 a night. Closing costs 4 % and GST, which the borrower who gives the loan back does not pay.
        var story = Story.Active(Charged, A.Inr(1_00_000_00), 12).UntilMorningOf(A.Day.AddDays(2));
        Assert.Equal(A.Inr(1_04_820_00), Payoff(story));

        story.Do(new ExitCoolingOff(), A.Borrower());

        Assert.Equal((A.Day.AddDays(3), A.Inr(1_00_100_00)), (story.Loan.ExitBy, Payoff(story)));
        story.UntilMorningOf(A.Day.AddDays(3)).Pay(A.Inr(1_00_150_00));
        Assert.Equal((AccountState.Completed, Closure.CooledOff, A.Inr(0)), (story.Loan.Account, story.Loan.Closure, story.Loan.Advance));
        Assert.Null(story.Loan.EarlyFees);
    }

    [Fact]
    public void Exit_NotPaidInTime_Lapses()
    {
        var story = Story.Active(Charged, A.Inr(1_00_000_00), 12).Do(new ExitCoolingOff(), A.Borrower()).UntilMorningOf(A.Day.AddDays(4));

        Assert.Equal(A.Inr(1_04_920_00), Payoff(story));
        story.Pay(Payoff(story));
        Assert.Equal(Closure.Repaid, story.Loan.Closure);
    }

    [Fact]
    public void Exit_SaidTwice_IsSaidOnce()
    {
        var story = Story.Active(Charged, A.Inr(1_00_000_00), 12).Do(new ExitCoolingOff(), A.Borrower());

        Assert.Empty(story.Ask(new ExitCoolingOff(), A.Borrower()).Events);
        Assert.IsType<ExitStands>(story.Ask(new ProposeChange("c", new CoolingOffExit(), "by phone"), A.Omar).Refusal);
    }

    [Fact]
    public void Exit_AfterTheLastDay_IsRefused()
    {
        var story = Story.Active(Charged, A.Inr(1_00_000_00), 12).UntilMorningOf(A.Day.AddDays(4));

        Assert.Equal(new CoolingOffOver(A.Day.AddDays(3)), story.Ask(new ExitCoolingOff(), A.Borrower()).Refusal);
    }

    [Fact]
    public void Exit_OfABrandWithoutCoolingOffDays_IsRefused()
    {
        var brand = A.Saffron with { Settings = A.Saffron.Settings with { CoolingOffDays = 0 } };
        var story = Story.Active(Charged, A.Inr(1_00_000_00), 12, brand);

        Assert.Equal(new CoolingOffOver(null), story.Ask(new ExitCoolingOff(), A.Borrower()).Refusal);
    }

    [Fact]
    public void Exit_ByStaff_TakesTwoOfThem()
    {
        var story = Story.Active(Charged, A.Inr(1_00_000_00), 12).Change(new CoolingOffExit());

        Assert.Equal(A.Inr(1_00_000_00), Payoff(story));
        Assert.IsType<NotPermitted>(story.Ask(new ExitCoolingOff(), A.Omar).Refusal);
    }

    [Fact]
    public void Exit_WhosePaymentBounced_OwesWithTheChargeAgain()
    {
        var story = Story.Active(Charged, A.Inr(1_00_000_00), 12).Do(new ExitCoolingOff(), A.Borrower());
        story.Pay(Payoff(story), "cheque").UntilMorningOf(A.Day.AddDays(9));
        Assert.Equal(Closure.CooledOff, story.Loan.Closure);

        story.Change(new PaymentReversal("cheque", ReversalCause.Bounced));

        Assert.Equal((AccountState.Active, null), (story.Loan.Account, story.Loan.Closure));
        Assert.Equal(A.Inr(1_00_450_00 + 4_720_00), Payoff(story));
    }

    [Fact]
    public void Exit_PaidInTimeAndHeardOfLater_IsAnExit()
    {
        var story = Story.Active(Charged, A.Inr(1_00_000_00), 12).Do(new ExitCoolingOff(), A.Borrower()).UntilMorningOf(A.Day.AddDays(8));

        story.Do(new MatchPayment("p1", A.Inr(1_00_100_00), "neft", "r", A.Day.AddDays(2), "names the loan"), A.Omar).Do(new ApprovePayment("p1"), A.Lata);

        Assert.Equal((AccountState.Completed, Closure.CooledOff, A.Inr(0)), (story.Loan.Account, story.Loan.Closure, story.Loan.Advance));
        Assert.Null(story.Loan.EarlyFees);
    }

    private static Money Payoff(Story story) => LoanFigures.PayoffOf(story.Loan, story.Product, story.Today);
}
