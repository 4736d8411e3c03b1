namespace Lending.Domain.Tests.Loans;

public sealed class InstalmentFeeTests
{
    /// <summary>Each of six instalments brings Rs 118, of which 18 is tax.</summary>
    private static Story WithFees()
    {
        var story = Story.Active(A.Emi, A.Inr(20_000_00), 6);
        return story.Put(story.Loan with
        {
            Instalments = [.. story.Loan.Instalments.Select(instalment =>
                instalment with { Fee = new InstalmentFee(A.Inr(118_00), A.Inr(18_00), A.Inr(0), A.Inr(0)) })],
        });
    }

    [Fact]
    public void CloseDay_BeforeAnInstalmentFallsDue_ChargesItsFeeOnce()
    {
        var story = WithFees().UntilMorningOf(A.Day.AddDays(29));
        var income = story.Ledger[Accounts.FeeIncome];
        var gst = story.Ledger[Accounts.GstPayable];
        Assert.Equal(0, story.Ledger[Accounts.FeeReceivable]);
        var payoff = LoanFigures.PayoffOf(story.Loan);

        story.UntilMorningOf(A.Day.AddDays(30));
        Assert.Equal((118_00, income - 100_00, gst - 18_00), (story.Ledger[Accounts.FeeReceivable], story.Ledger[Accounts.FeeIncome], story.Ledger[Accounts.GstPayable]));
        Assert.Equal(1, Assert.Single(Assert.IsType<DayClosed>(story.Events[^1]).FeesCharged!.Value));
        var figures = LoanFigures.Of(story.Loan, story.Today, story.Product);
        Assert.Equal((A.Inr(118_00), payoff + A.Inr(118_00) + A.Inr(10_00)), (figures.FeeDue, figures.Payoff));
        Assert.Equal(figures.Payoff, LoanFigures.PayoffOf(story.Loan));
        Assert.Equal(story.Loan.Instalments[0].Outstanding, figures.DueNow);

        story.UntilMorningOf(A.Day.AddDays(50));
        Assert.Equal(118_00, story.Ledger[Accounts.FeeReceivable]);
    }

    [Fact]
    public void Pay_AnInstalmentWithAFee_PaysTheFeeBeforeInterestAndPrincipal()
    {
        var story = WithFees().UntilMorningOf(A.Day.AddDays(30)).Pay(A.Inr(200_00));
        var part = Assert.Single(Assert.IsType<PaymentReceived>(story.Events[^1]).Allocations);
        Assert.Equal((A.Inr(118_00), A.Inr(82_00), A.Inr(0)), (part.Fee!.Value, part.Interest, part.Principal));
        Assert.Equal(0, story.Ledger[Accounts.FeeReceivable]);

        story.Pay(LoanFigures.Of(story.Loan, story.Today, story.Product).DueNow);
        Assert.True(story.Loan.Instalments[0].IsPaid);
        Assert.Equal(A.Inr(0), story.Loan.Advance);
    }

    [Fact]
    public void CloseDay_WithAnAdvance_PaysTheFeeFromIt()
    {
        var story = WithFees().Pay(A.Inr(6_000_00)).UntilMorningOf(A.Day.AddDays(30));

        Assert.True(story.Loan.Instalments[0].IsPaid);
        Assert.Equal(A.Inr(6_000_00) - story.Loan.Instalments[0].PaidInAll, story.Loan.Advance);
    }

    [Fact]
    public void Pay_ThePayoffEarly_OwesNoFeeThatIsNotCharged()
    {
        var story = WithFees().UntilMorningOf(A.Day.AddDays(40));
        story.Pay(story.Payoff);

        Assert.Equal(AccountState.Completed, story.Loan.Account);
        Assert.Equal([118_00, 0, 0, 0, 0, 0], story.Loan.Instalments.Select(instalment => instalment.PaidInAll.Minor == 0 ? 0 : instalment.Fee!.Amount.Minor));
        Assert.All(story.Loan.Instalments, instalment => Assert.True(instalment.IsPaid));
    }
}
