namespace Lending.Domain.Tests.Loans;

public sealed class AccruingTests
{
    [Fact]
    public void CloseDay_OfAPaydayLoan_PostsOneDayOfInterestUntilTheDueDate()
    {
        var story = Story.Active(A.Payday, A.Inr(20_000_00), 10).Do(new CloseDay(A.Day), A.System);

        var day = Assert.IsType<DayClosed>(story.Events[^1]);
        Assert.Equal(new DayAccrual(1, 200_00m, A.Inr(200_00), 0m, A.Inr(0)), Assert.Single(day.Accruals));

        story.CloseThrough(A.Day.AddDays(9));
        Assert.Equal(A.Inr(2_000_00), story.Loan.Only().InterestAccrued);
        story.CloseThrough(A.Day.AddDays(10));
        Assert.Equal(A.Inr(2_000_00), story.Loan.Only().InterestAccrued);
    }

    [Fact]
    public void CloseDay_OfAnEmiLoan_SpreadsTheContractedInterestOverTheDaysOfTheInstalment()
    {
        var story = Story.Active(A.Emi, A.Inr(20_000_00), 6);
        Assert.Equal(A.Inr(300_00), story.Loan.Instalments[0].Interest);

        story.CloseThrough(A.Day.AddDays(6));
        Assert.Equal(A.Inr(70_00), story.Loan.Instalments[0].InterestAccrued);

        story.CloseThrough(A.Day.AddDays(29));
        Assert.Equal(A.Inr(300_00), story.Loan.Instalments[0].InterestAccrued);
        Assert.Equal(A.Inr(0), story.Loan.Instalments[1].InterestAccrued);
    }

    [Fact]
    public void CloseDay_OutOfOrder_NamesTheNextOpenDay()
    {
        var story = Story.Active(A.Payday, A.Inr(20_000_00), 10);
        Assert.Equal(new DayOutOfOrder(A.Day), story.Ask(new CloseDay(A.Day.AddDays(1)), A.System).Refusal);
        Assert.Equal(new DayOutOfOrder(A.Day), story.Ask(new CloseDay(A.Day.AddDays(-1)), A.System).Refusal);

        story.CloseThrough(A.Day.AddDays(3));

        Assert.Equal(LoanDecision.Nothing, story.Ask(new CloseDay(A.Day.AddDays(3)), A.System));
        Assert.Equal(new DayOutOfOrder(A.Day.AddDays(4)), story.Ask(new CloseDay(A.Day.AddDays(5)), A.System).Refusal);
    }

    [Fact]
    public void CloseDay_OfALoanThatIsNotActive_DecidesNothing()
    {
        Assert.Equal(LoanDecision.Nothing, Story.Signed(A.Emi, A.Inr(20_000_00), 6).Ask(new CloseDay(A.Day), A.System));
        Assert.Equal(LoanDecision.Nothing, Story.Completed(A.Emi, A.Inr(20_000_00), 6).Ask(new CloseDay(A.Day), A.System));
    }

    [Fact]
    public void CloseDay_OnTheLastDayToPay_BearsNoPenaltyAndTheNextDayBearsOne()
    {
        var story = Story.Active(A.Payday, A.Inr(20_000_00), 10);
        var payBy = A.Day.AddDays(10);

        story.CloseThrough(payBy);
        Assert.Equal(1, story.Loan.Dpd);
        Assert.Equal(A.Inr(0), story.Loan.Only().PenaltyAccrued);
        Assert.Equal("overdue", story.Outbox[^1].Data["template"]);
        Assert.Equal("2200000", story.Outbox[^1].Data["amountMinor"]);

        story.CloseThrough(payBy.AddDays(1));
        Assert.Equal(2, story.Loan.Dpd);
        Assert.Equal(A.Inr(440_00), story.Loan.Only().PenaltyAccrued);
        Assert.Single(story.Outbox, item => item.Data.GetValueOrDefault("template") == "overdue");
    }

    [Fact]
    public void CloseDay_WithGraceDays_StartsThePenaltyAfterThem()
    {
        var story = Story.Active(A.Payday with { Penalty = new PenaltyTerms(2m, GraceDays: 3) }, A.Inr(20_000_00), 10);

        story.CloseThrough(A.Day.AddDays(13));
        Assert.Equal(A.Inr(0), story.Loan.Only().PenaltyAccrued);
        Assert.Equal(PublishedStatus.Active, PublishedStatuses.Of(story.Loan, story.Product, A.Day.AddDays(13)));
        Assert.Equal(PublishedStatus.Overdue, PublishedStatuses.Of(story.Loan, story.Product, A.Day.AddDays(14)));

        story.CloseThrough(A.Day.AddDays(14));
        Assert.Equal(A.Inr(440_00), story.Loan.Only().PenaltyAccrued);
    }

    [Fact]
    public void CloseDay_AtTheCap_StopsThePenaltyOfTheWholeLoan()
    {
        var story = Story.Active(A.Payday with { Penalty = new PenaltyTerms(2m, Cap: A.Inr(1_000_00)) }, A.Inr(20_000_00), 10);

        story.CloseThrough(A.Day.AddDays(60));

        Assert.Equal(A.Inr(1_000_00), story.Loan.Only().PenaltyAccrued);
        Assert.Empty(Assert.IsType<DayClosed>(story.Events[^1]).Accruals);
    }

    [Fact]
    public void CloseDay_WhereTheDueDateIsASunday_ChargesInterestToTheDueDateAndCountsFromTheMonday()
    {
        var sundayOff = A.Saffron with { Settings = A.Saffron.Settings with { SundayOff = true } };
        var story = Story.Active(A.Payday, A.Inr(20_000_00), 13, sundayOff);
        var instalment = story.Loan.Only();
        Assert.Equal((new DateOnly(2026, 6, 14), new DateOnly(2026, 6, 15)), (instalment.Due, instalment.PayBy));

        story.CloseThrough(new DateOnly(2026, 6, 14));
        Assert.Equal((A.Inr(2_600_00), 0), (story.Loan.Only().InterestAccrued, story.Loan.Dpd));
        story.CloseThrough(new DateOnly(2026, 6, 15));
        Assert.Equal((A.Inr(2_600_00), A.Inr(0), 1), (story.Loan.Only().InterestAccrued, story.Loan.Only().PenaltyAccrued, story.Loan.Dpd));
    }

    [Fact]
    public void CloseDay_BeforeAnInstalmentFallsDue_PaysItFromTheAdvance()
    {
        var story = Story.Active(A.Emi, A.Inr(20_000_00), 6).Pay(A.Inr(5_000_00));
        Assert.Equal(A.Inr(5_000_00), story.Loan.Advance);
        var first = story.Loan.Instalments[0];

        story.UntilMorningOf(first.PayBy);

        Assert.True(story.Loan.Instalments[0].IsPaid);
        Assert.Equal(first.PayBy, story.Loan.Instalments[0].PaidOn);
        Assert.Equal(A.Inr(5_000_00) - first.Principal - first.Interest, story.Loan.Advance);
        var allocation = Assert.Single(Assert.IsType<DayClosed>(story.Events[^1]).FromAdvance);
        Assert.Equal(new Allocation(1, A.Inr(0), first.Interest, first.Principal), allocation);
    }

    [Fact]
    public void CloseDay_WhereTheAdvancePaysTheLastInstalment_CompletesTheLoan()
    {
        var story = Story.Active(A.Payday, A.Inr(20_000_00), 10);
        story.Happen(new PaymentReceived("early", A.Inr(25_000_00), "upi", "r", A.Day, [], A.Inr(25_000_00), Closes: false));

        story.UntilMorningOf(A.Day.AddDays(10));

        Assert.Equal(AccountState.Completed, story.Loan.Account);
        Assert.Equal(A.Inr(3_000_00), story.Loan.Advance);
        Assert.Equal(["certificate.prepare", "message.send"], story.Outbox[^2..].Select(item => item.Kind));
    }

    [Fact]
    public void CloseDay_OfAnInterestFreeLoan_StillRecordsTheDay()
    {
        var story = Story.Active(A.Payday with { RatePercent = 0m }, A.Inr(20_000_00), 10).Do(new CloseDay(A.Day), A.System);

        Assert.Empty(Assert.IsType<DayClosed>(story.Events[^1]).Accruals);
        Assert.Equal(A.Day, story.Loan.ClosedThrough);
    }
}
