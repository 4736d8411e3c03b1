namespace Lending.Domain.Tests.Loans;

public sealed class HeldNightsTests
{
    private static LoanHold Frozen(DateOnly since, DateOnly? until = null) => new(HoldKind.Frozen, since, until, "lata");

    private static LoanHold Disputed(DateOnly since) => new(HoldKind.Disputed, since, null, "lata");

    [Fact]
    public void CloseDay_WithPausedDays_SpreadsTheInterestOverTheOtherNights()
    {
        // 300.00 in June, replanned to 200.00 because ten of its thirty nights are paused.
        var story = Story.Active(A.Emi, A.Inr(20_000_00), 6);
        story.Put(story.Loan with
        {
            Instalments = story.Loan.Instalments.SetItem(0, story.Loan.Instalments[0] with { Interest = A.Inr(200_00) }),
            Pauses = [new InterestPausedDays(A.Day.AddDays(5), A.Day.AddDays(14))],
        });

        story.UntilMorningOf(A.Day.AddDays(5));
        Assert.Equal(A.Inr(50_00), story.Loan.Instalments[0].InterestAccrued);
        story.UntilMorningOf(A.Day.AddDays(15));
        Assert.Equal(A.Inr(50_00), story.Loan.Instalments[0].InterestAccrued);
        story.UntilMorningOf(A.Day.AddDays(30));
        Assert.Equal((A.Inr(200_00), 200_00m), (story.Loan.Instalments[0].InterestAccrued, story.Loan.Instalments[0].InterestExact));
    }

    [Fact]
    public void CloseDay_AfterTheInterestChanged_EndsOnTheNewInterest()
    {
        var story = Story.Active(A.Emi, A.Inr(20_000_00), 6).UntilMorningOf(A.Day.AddDays(10));
        Assert.Equal(A.Inr(100_00), story.Loan.Instalments[0].InterestAccrued);
        story.Put(story.Loan with { Instalments = story.Loan.Instalments.SetItem(0, story.Loan.Instalments[0] with { Interest = A.Inr(300_01) }) });

        story.UntilMorningOf(A.Day.AddDays(11));
        Assert.Equal(110_00.05m, story.Loan.Instalments[0].InterestExact);
        story.UntilMorningOf(A.Day.AddDays(30));
        Assert.Equal((A.Inr(300_01), 300_01m), (story.Loan.Instalments[0].InterestAccrued, story.Loan.Instalments[0].InterestExact));
    }

    [Fact]
    public void CloseDay_OfAPaydayLoanWithItsOwnRate_AccruesThatAndEndsOnItsInterest()
    {
        var story = Story.Active(A.Payday, A.Inr(20_000_00), 10).UntilMorningOf(A.Day.AddDays(4));
        var instalment = story.Loan.Only() with { Interest = A.Inr(1_700_00) };
        story.Put(story.Loan with { RatePercent = 0.75m, Instalments = [instalment] });

        story.UntilMorningOf(A.Day.AddDays(5));
        Assert.Equal(A.Inr(950_00), story.Loan.Only().InterestAccrued);
        story.UntilMorningOf(A.Day.AddDays(12));
        Assert.Equal(A.Inr(1_700_00), story.Loan.Only().InterestAccrued);
    }

    [Fact]
    public void CloseDay_WhileFrozen_AccruesNothingAndLeavesTheNightsOutOfTheInterest()
    {
        var story = Story.Active(A.Emi, A.Inr(20_000_00), 6).UntilMorningOf(A.Day.AddDays(10));
        story.Put(story.Loan with { Hold = Frozen(A.Day.AddDays(10), A.Day.AddDays(14)) });

        story.UntilMorningOf(A.Day.AddDays(15));
        Assert.Equal((A.Inr(100_00), A.Inr(250_00)), (story.Loan.Instalments[0].InterestAccrued, story.Loan.Instalments[0].Interest));
        Assert.Equal(new FrozenNights(A.Day.AddDays(10), A.Day.AddDays(14)), Assert.Single(story.Loan.Frozen));

        story.UntilMorningOf(A.Day.AddDays(30));
        Assert.Equal(A.Inr(250_00), story.Loan.Instalments[0].InterestAccrued);
        Assert.Equal(story.Loan.Instalments[0].Outstanding, LoanFigures.Of(story.Loan, story.Today, story.Product).DueNow);
    }

    [Fact]
    public void CloseDay_WhileFrozen_TakesExactSharesWithoutDrift()
    {
        // 300.00 over 31 nights of a July that starts it; eleven of them frozen leave 300.00 * 20 / 31 = 193.548...
        var brand = A.Saffron with { BusinessDate = new DateOnly(2026, 7, 1) };
        var story = Story.Active(A.Emi, A.Inr(20_000_00), 6, brand);
        story.Put(story.Loan with { Hold = Frozen(new DateOnly(2026, 7, 8), new DateOnly(2026, 7, 18)) });

        story.UntilMorningOf(new DateOnly(2026, 8, 1));

        Assert.Equal((A.Inr(193_55), A.Inr(193_55)), (story.Loan.Instalments[0].Interest, story.Loan.Instalments[0].InterestAccrued));
    }

    [Fact]
    public void CloseDay_FrozenWhileOverdue_StandsStillAndGoesOnAfterwards()
    {
        var story = Story.Active(A.Payday, A.Inr(20_000_00), 10).UntilMorningOf(A.Day.AddDays(13));
        var penalty = story.Loan.Only().PenaltyAccrued;
        Assert.Equal((3, A.Inr(880_00)), (story.Loan.Dpd, penalty));
        story.Put(story.Loan with { Hold = Frozen(A.Day.AddDays(13)) });

        story.UntilMorningOf(A.Day.AddDays(20));
        Assert.Equal((3, penalty), (story.Loan.Dpd, story.Loan.Only().PenaltyAccrued));
        Assert.Equal(PublishedStatus.Frozen, PublishedStatuses.Of(story.Loan, story.Product, story.Today));

        story.Put(story.Loan with { Hold = null });
        story.UntilMorningOf(A.Day.AddDays(21));
        Assert.Equal((4, 4), (story.Loan.Dpd, LoanFigures.DpdOf(story.Loan, story.Today)));
        Assert.Equal(penalty + A.Inr(440_00), story.Loan.Only().PenaltyAccrued);
    }

    [Fact]
    public void CloseDay_FallingDueWhileFrozen_IsNotLate()
    {
        var story = Story.Active(A.Payday, A.Inr(20_000_00), 10);
        story.Put(story.Loan with { Hold = Frozen(A.Day.AddDays(8), A.Day.AddDays(19)) });

        story.UntilMorningOf(A.Day.AddDays(20));
        var figures = LoanFigures.Of(story.Loan, story.Today, story.Product);
        Assert.Equal((0, A.Inr(0), A.Inr(21_600_00)), (figures.Dpd, figures.OverdueAmount, figures.DueNow));
        Assert.Equal(InstalmentState.Due, Assert.Single(figures.Instalments));
        Assert.DoesNotContain(story.Outbox, item => item.Data.GetValueOrDefault("template") == "overdue");

        story.UntilMorningOf(A.Day.AddDays(21));
        Assert.Equal(1, story.Loan.Dpd);
        Assert.Equal(PublishedStatus.Overdue, PublishedStatuses.Of(story.Loan, story.Product, story.Today));
    }

    [Fact]
    public void CloseDay_InDispute_HoldsTheInterestInSuspenseAndBearsNoPenalty()
    {
        var story = Story.Active(A.Payday, A.Inr(20_000_00), 10).UntilMorningOf(A.Day.AddDays(4));
        story.Put(story.Loan with { Hold = Disputed(A.Day.AddDays(4)) });

        story.UntilMorningOf(A.Day.AddDays(15));

        Assert.Equal((A.Inr(2_000_00), A.Inr(0), A.Inr(1_200_00)),
            (story.Loan.Only().InterestAccrued, story.Loan.Only().PenaltyAccrued, story.Loan.SuspendedInterest));
        Assert.Equal((-800_00, -1_200_00), (story.Ledger[Accounts.InterestIncome], story.Ledger[Accounts.InterestSuspense]));
        Assert.Equal(5, story.Loan.Dpd);
    }
}
