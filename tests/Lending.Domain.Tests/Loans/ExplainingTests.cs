namespace Lending.Domain.Tests.Loans;

public sealed class ExplainingTests
{
    [Fact]
    public void Explain_InterestOfAnEmiLoan_GathersTheNightsAndThePayment()
    {
        // 18 % a year on 50,000: 750.00 in June. Of the 1,000.00 paid on the due date the interest takes that.
        var story = Story.Active(A.Emi, A.Inr(50_000_00), 12).UntilMorningOf(new DateOnly(2026, 7, 1)).Pay(A.Inr(1_000_00)).UntilMorningOf(new DateOnly(2026, 7, 3));

        var explained = Explaining.Explain(ExplainedFigure.InterestDue, [.. story.Events], A.Emi, story.Today);

        Assert.Collection(explained.Steps,
            nights => Assert.Equal(
                (A.Day, new DateOnly(2026, 6, 30), A.Inr(750_00), 750_00m, "Interest of instalment 1, each night one of 30 equal parts of ₹\u00a0750.00"),
                (nights.From, nights.To, nights.Amount, nights.ExactMinor, nights.Text)),
            payment => Assert.Equal((new DateOnly(2026, 7, 1), A.Inr(-750_00), "Payment of ₹\u00a01,000.00 by upi"), (payment.From, payment.Amount, payment.Text)),
            nights => Assert.Equal((A.Inr(44_68), 4_467.677m), (nights.Amount, decimal.Round(nights.ExactMinor!.Value, 3))));
        Assert.Equal(A.Inr(44_68), explained.Total);
    }

    [Fact]
    public void Explain_PenaltyOfALatePaydayLoan_NamesRateAndBase()
    {
        var story = Story.Active(A.Payday, A.Inr(20_000_00), 7).UntilMorningOf(A.Day.AddDays(10));

        var explained = Explaining.Explain(ExplainedFigure.PenaltyDue, [.. story.Events], A.Payday, story.Today);

        // Due on 8 June; the nights of 9 and 10 June count: 2 % of 21,400.00 each.
        var run = Assert.Single(explained.Steps);
        Assert.Equal("Penalty on instalment 1, each night 2 % of ₹\u00a021,400.00 overdue", run.Text);
        Assert.Equal((A.Inr(856_00), A.Inr(856_00)), (run.Amount, explained.Total));
    }

    [Fact]
    public void Explain_InterestOfAnInstalment_NamesBalanceRateAndPeriod()
    {
        // 50,000 at 18 % over 12 months: a level instalment of 4,584.00; 46,166.00 are owed in the second month.
        var story = Story.Active(A.Emi, A.Inr(50_000_00), 12);

        var explained = Explaining.Explain(ExplainedFigure.InstalmentInterest, [.. story.Events], A.Emi, story.Today, instalment: 2);

        var agreed = Assert.Single(explained.Steps);
        Assert.Equal(("As agreed: 18 % a year of ₹\u00a046,166.00 owed, 1 month of 12", A.Inr(692_49)), (agreed.Text, agreed.Amount));
        Assert.Equal("As agreed: the instalment of ₹\u00a04,584.00 less its interest of ₹\u00a0692.49",
            Explaining.Explain(ExplainedFigure.InstalmentPrincipal, [.. story.Events], A.Emi, story.Today, instalment: 2).Steps[0].Text);
    }

    [Fact]
    public void Explain_InterestOfAPaydayLoan_NamesItsDays()
    {
        var story = Story.Active(A.Payday, A.Inr(20_000_00), 7);

        var explained = Explaining.Explain(ExplainedFigure.InstalmentInterest, [.. story.Events], A.Payday, story.Today, instalment: 1);

        Assert.Equal(("As agreed: 1 % a day of ₹\u00a020,000.00 for 7 days", A.Inr(1_400_00)), (explained.Steps[0].Text, explained.Total));
    }

    [Fact]
    public void Explain_WhatIsOverdue_NamesEveryInstalmentAndPart()
    {
        var story = Story.Active(A.Emi, A.Inr(50_000_00), 12).UntilMorningOf(new DateOnly(2026, 8, 3)).Pay(A.Inr(1_000_00));

        var explained = Explaining.Explain(ExplainedFigure.Overdue, [.. story.Events], A.Emi, story.Today);

        Assert.Equal(LoanFigures.Of(story.Loan, story.Today, A.Emi).OverdueAmount, explained.Total);
        Assert.Contains(explained.Steps, step => step.Text == "Instalment 2 of 1 Aug 2026: interest" && step.Amount == A.Inr(692_49));
    }

    [Fact]
    public void Explain_PaymentsOfAnInstalment_TellsEachAndWhatWasTakenBack()
    {
        var story = Story.Active(A.Emi, A.Inr(50_000_00), 12).UntilMorningOf(new DateOnly(2026, 7, 1)).Pay(A.Inr(1_000_00)).Pay(A.Inr(500_00));

        var explained = Explaining.Explain(ExplainedFigure.InstalmentPaid, [.. story.Events], A.Emi, story.Today, instalment: 1);

        Assert.Equal([A.Inr(1_000_00), A.Inr(500_00)], explained.Steps.Select(step => step.Amount));
    }

    [Theory]
    [InlineData(ExplainedFigure.FeeDue)]
    [InlineData(ExplainedFigure.DueNow)]
    [InlineData(ExplainedFigure.Overdue)]
    [InlineData(ExplainedFigure.NextDue)]
    [InlineData(ExplainedFigure.Advance)]
    [InlineData(ExplainedFigure.SuspendedInterest)]
    [InlineData(ExplainedFigure.Provision)]
    [InlineData(ExplainedFigure.PrincipalOutstanding)]
    [InlineData(ExplainedFigure.InterestDue)]
    [InlineData(ExplainedFigure.PenaltyDue)]
    [InlineData(ExplainedFigure.Payoff)]
    public void Explain_EveryDayOfALoanPaidLate_AddsUpToTheFigure(ExplainedFigure figure)
    {
        var story = Story.Active(A.Emi, A.Inr(90_000_00), 4);
        for (var day = 1; day <= 140; day++)
        {
            story.UntilMorningOf(A.Day.AddDays(day));
            if (day is 20 or 45 or 90) story.Pay(A.Inr(20_000_33));
            var figures = LoanFigures.Of(story.Loan, story.Today, A.Emi);

            var explained = Explaining.Explain(figure, [.. story.Events], A.Emi, story.Today);

            Assert.Equal(explained.Total.Minor, explained.Steps.Sum(step => step.Amount.Minor));
            Assert.Equal(figure switch
            {
                ExplainedFigure.PrincipalOutstanding => figures.PrincipalOutstanding,
                ExplainedFigure.InterestDue => figures.InterestDue,
                ExplainedFigure.PenaltyDue => figures.PenaltyDue,
                ExplainedFigure.FeeDue => figures.FeeDue,
                ExplainedFigure.DueNow => figures.DueNow,
                ExplainedFigure.Overdue => figures.OverdueAmount,
                ExplainedFigure.NextDue => figures.NextDue?.Amount ?? A.Inr(0),
                ExplainedFigure.Advance => story.Loan.Advance,
                ExplainedFigure.SuspendedInterest => story.Loan.SuspendedInterest,
                ExplainedFigure.Provision => story.Loan.Provision,
                _ => figures.Payoff,
            }, explained.Total);
        }
    }

    [Fact]
    public void Explain_AClosedLoan_EndsAtNothing()
    {
        var story = Story.Active(A.Emi, A.Inr(50_000_00), 12).UntilMorningOf(A.Day.AddDays(40));
        story.Pay(story.Payoff);

        foreach (var figure in Enum.GetValues<ExplainedFigure>())
            Assert.Equal((0, 0), (Explaining.Explain(figure, [.. story.Events], A.Emi, story.Today).Total.Minor,
                Explaining.Explain(figure, [.. story.Events], A.Emi, story.Today).Steps.Sum(step => step.Amount.Minor)));
    }

    [Fact]
    public void UpTo_ADayThatIsClosed_LeavesItsNightOut()
    {
        var story = Story.Active(A.Payday, A.Inr(20_000_00), 7).UntilMorningOf(A.Day.AddDays(3));
        DatedEvent[] history = [.. story.Events.Select(@event => new DatedEvent(@event is DayClosed night ? night.Date : A.Day, @event))];

        var then = LoanEvolution.Replay(LoanHistory.UpTo(history, A.Day.AddDays(2)));

        // 1 % of 20,000 for each of two nights.
        Assert.Equal(A.Inr(400_00), then.Only().InterestAccrued);
        Assert.Equal(A.Day.AddDays(1), then.ClosedThrough);
    }
}
