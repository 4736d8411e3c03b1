namespace Lending.Domain.Tests.Loans;

public sealed class FiguresTests
{
    private static Story Emi() => Story.Active(A.Emi, A.Inr(20_000_00), 6);

    [Fact]
    public void Of_AnEmiLoanOnItsFirstDay_OwesPrincipalAndNamesTheNextInstalment()
    {
        var figures = LoanFigures.Of(Emi().Loan, A.Day, A.Emi);

        Assert.Equal((A.Inr(20_000_00), A.Inr(0), A.Inr(0)), (figures.PrincipalOutstanding, figures.InterestDue, figures.PenaltyDue));
        Assert.Equal(new NextDue(new DateOnly(2026, 7, 1), A.Inr(3_510_50)), figures.NextDue);
        Assert.Equal((A.Inr(0), A.Inr(0), A.Inr(20_000_00)), (figures.DueNow, figures.OverdueAmount, figures.Payoff));
    }

    [Fact]
    public void Of_ALoanWithAnAdvance_AsksForThatMuchLessNext()
    {
        var story = Emi().Pay(A.Inr(1_000_00));

        var figures = LoanFigures.Of(story.Loan, story.Today, A.Emi);

        Assert.Equal(A.Inr(2_510_50), figures.NextDue!.Amount);
        Assert.Equal(A.Inr(19_000_00), figures.Payoff);
    }

    [Fact]
    public void Of_AnOverdueLoan_TellsInstalmentsApart()
    {
        var story = Emi().UntilMorningOf(new DateOnly(2026, 8, 1));
        story.Pay(A.Inr(1_000_00));

        var figures = LoanFigures.Of(story.Loan, story.Today, A.Emi);

        Assert.Equal(31, figures.Dpd);
        Assert.Equal(
            [InstalmentState.Overdue, InstalmentState.Due, InstalmentState.Scheduled], figures.Instalments[..3].AsEnumerable());
        Assert.Equal(story.Loan.Instalments[0].Outstanding, figures.OverdueAmount);
        Assert.Equal(new DateOnly(2026, 8, 1), figures.NextDue!.On);
    }

    [Theory]
    [InlineData(10, PublishedStatus.Active)]
    [InlineData(11, PublishedStatus.Overdue)]
    [InlineData(99, PublishedStatus.Overdue)]
    [InlineData(100, PublishedStatus.Defaulted)]
    public void Status_OfAnUnpaidPaydayLoan_FollowsItsDpd(int day, PublishedStatus status)
    {
        var story = Story.Active(A.Payday, A.Inr(20_000_00), 10).UntilMorningOf(A.Day.AddDays(day));

        Assert.Equal(status, PublishedStatuses.Of(story.Loan, A.Payday, story.Today));
    }

    [Theory]
    [InlineData(10, Delinquency.Current)]
    [InlineData(11, Delinquency.Overdue)]
    [InlineData(39, Delinquency.Overdue)]
    [InlineData(40, Delinquency.Delinquent)]
    [InlineData(99, Delinquency.Delinquent)]
    [InlineData(100, Delinquency.Defaulted)]
    public void Delinquency_OfAnUnpaidPaydayLoan_FollowsItsDpd(int day, Delinquency delinquency)
    {
        var story = Story.Active(A.Payday, A.Inr(20_000_00), 10).UntilMorningOf(A.Day.AddDays(day));

        Assert.Equal(delinquency, LoanFigures.DelinquencyOf(story.Loan, A.Payday, story.Today));
    }

    [Theory]
    [InlineData(5, 0, Delinquency.Delinquent)]
    [InlineData(6, 0, Delinquency.Overdue)]
    [InlineData(5, 5, Delinquency.Current)]
    [InlineData(5, 4, Delinquency.Delinquent)]
    public void Delinquency_FiveDaysLate_FollowsTheProductsThresholdAndGrace(int daysToDelinquent, int grace, Delinquency delinquency)
    {
        var product = A.Payday with { DaysToDelinquent = daysToDelinquent, Penalty = new PenaltyTerms(2m, grace) };
        var story = Story.Active(product, A.Inr(20_000_00), 10).UntilMorningOf(A.Day.AddDays(15));

        Assert.Equal(delinquency, LoanFigures.DelinquencyOf(story.Loan, product, story.Today));
        Assert.Equal(
            delinquency is Delinquency.Current ? PublishedStatus.Active : PublishedStatus.Overdue, PublishedStatuses.Of(story.Loan, product, story.Today));
    }

    [Fact]
    public void Status_OnceArrearsAreCleared_IsNoLongerInDefault()
    {
        var story = Emi().UntilMorningOf(new DateOnly(2026, 11, 1));
        Assert.Equal(Delinquency.Defaulted, LoanFigures.DelinquencyOf(story.Loan, A.Emi, story.Today));

        story.Pay(LoanFigures.Of(story.Loan, story.Today, A.Emi).DueNow);

        Assert.Equal(Delinquency.Current, LoanFigures.DelinquencyOf(story.Loan, A.Emi, story.Today));
        Assert.Equal(PublishedStatus.Active, PublishedStatuses.Of(story.Loan, A.Emi, story.Today));
    }

    [Fact]
    public void Status_AlongTheHappyPath_HasThePublishedNames()
    {
        var amount = A.Inr(20_000_00);
        PublishedStatus Of(Story story) => PublishedStatuses.Of(story.Loan, A.Emi, A.Day);

        Assert.Equal(
            [
                PublishedStatus.Onboarding, PublishedStatus.Pending, PublishedStatus.CxApproved, PublishedStatus.SmApproved, PublishedStatus.Approved,
                PublishedStatus.AwaitingDisbursal, PublishedStatus.AwaitingDisbursal, PublishedStatus.Active, PublishedStatus.Completed,
            ],
            [
                Of(Story.Onboarding(A.Emi, amount, 6)), Of(Story.Pending(A.Emi, amount, 6)), Of(Story.Recommended(A.Emi, amount, 6)),
                Of(Story.Sanctioned(A.Emi, amount, 6)), Of(Story.AgreementIssued(A.Emi, amount, 6)), Of(Story.Signed(A.Emi, amount, 6)),
                Of(Story.PayoutRequested(A.Emi, amount, 6)), Of(Story.Active(A.Emi, amount, 6)), Of(Story.Completed(A.Emi, amount, 6)),
            ]);
    }
}
