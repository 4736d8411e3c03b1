namespace Lending.Domain.Tests.Loans;

public sealed class LateChargingTests
{
    private static readonly DateOnly PayBy = A.Day.AddDays(10);

    /// <summary>Rs 20,000 for ten days at 1 % a day: 22,000.00 due on 11 June.</summary>
    private static Story Late(LateChargeTerms terms) => Story.Active(
        A.Payday with { Penalty = new PenaltyTerms(0m), LateCharges = terms }, A.Inr(20_000_00), 10);

    private static Money Charged(Story story, int daysLate) => story.CloseThrough(PayBy.AddDays(daysLate)).Loan.Only().PenaltyAccrued;

    [Fact]
    public void Flat_TenADayCappedAtAHundred_ChargesTenDays()
    {
        var story = Late(new() { Fixed = A.Inr(10_00), Cap = A.Inr(100_00) });

        Assert.Equal(A.Inr(0), Charged(story, 0));
        Assert.Equal(A.Inr(10_00), Charged(story, 1));
        Assert.Equal(A.Inr(90_00), Charged(story, 9));
        Assert.Equal(A.Inr(100_00), Charged(story, 10));
        Assert.Equal(A.Inr(100_00), Charged(story, 40));
    }

    [Theory, InlineData(100_00, 0), InlineData(40_00, 60_00)]
    public void Cap_AfterAWaiver_MakesNoRoom(long waived, long left)
    {
        var story = Late(new() { Fixed = A.Inr(10_00), Cap = A.Inr(100_00) });
        Charged(story, 12);

        story.Change(new PenaltyWaiver(A.Inr(waived)));

        Assert.Equal(A.Inr(left), Charged(story, 40));
        Assert.Equal(-100_00, story.Ledger[Accounts.PenaltyIncome]);
    }

    [Fact]
    public void Flat_Weekly_ChargesOnTheFirstLateDayAndEverySevenDays()
    {
        var story = Late(new() { Fixed = A.Inr(250_00), Frequency = LateChargeFrequency.Weekly });

        Assert.Equal(A.Inr(250_00), Charged(story, 1));
        Assert.Equal(A.Inr(250_00), Charged(story, 7));
        Assert.Equal(A.Inr(500_00), Charged(story, 8));
        Assert.Equal(A.Inr(750_00), Charged(story, 15));
    }

    [Fact]
    public void Percent_Monthly_ChargesOnTheSameDayOfEachMonth()
    {
        // The first late day is 12 June: 2 % of 20,000.00 of principal then, on 12 July and on 12 August.
        var story = Late(new() { Percent = 2m, Base = LateChargeBase.Principal, Frequency = LateChargeFrequency.Monthly });

        Assert.Equal(A.Inr(400_00), story.CloseThrough(new DateOnly(2026, 7, 11)).Loan.Only().PenaltyAccrued);
        Assert.Equal(A.Inr(800_00), story.CloseThrough(new DateOnly(2026, 7, 12)).Loan.Only().PenaltyAccrued);
        Assert.Equal(A.Inr(1_200_00), story.CloseThrough(new DateOnly(2026, 8, 12)).Loan.Only().PenaltyAccrued);
    }

    [Theory]
    [InlineData(LateChargeBase.Principal, 20_00)]
    [InlineData(LateChargeBase.PrincipalAndInterest, 22_00)]
    [InlineData(LateChargeBase.PrincipalInterestAndFees, 22_12)]
    public void Percent_Daily_IsOfItsBase(LateChargeBase of, long charged)
    {
        var story = Late(new() { Percent = 0.1m, Base = of });
        story.Put(story.Loan with { Instalments = [story.Loan.Only() with { Fee = new InstalmentFee(A.Inr(118_00), A.Inr(18_00), A.Inr(0), A.Inr(0)) }] });

        Assert.Equal(A.Inr(charged), Charged(story, 1));
    }

    [Theory]
    [InlineData(false, 3, 66_00)]
    [InlineData(false, 5, 110_00)]
    [InlineData(true, 3, 66_07)]
    [InlineData(true, 5, 110_22)]
    public void Percent_SimpleOrCompound_BearsChargesOnChargesOnlyWhenCompound(bool compound, int days, long charged) =>
        Assert.Equal(A.Inr(charged), Charged(Late(new() { Percent = 0.1m, Compound = compound }), days));

    /// <summary>22.00 a night; the first seven nights' 154.00 join on the eighth, the first month's 660.00 on 12 July.</summary>
    [Theory]
    [InlineData(LateCompounding.Weekly, 7, 154_00)]
    [InlineData(LateCompounding.Weekly, 8, 176_15)]
    [InlineData(LateCompounding.Weekly, 14, 309_08)]
    [InlineData(LateCompounding.Weekly, 15, 331_39)]
    [InlineData(LateCompounding.Monthly, 30, 660_00)]
    [InlineData(LateCompounding.Monthly, 31, 682_66)]
    [InlineData(LateCompounding.Monthly, 61, 1_362_46)]
    [InlineData(LateCompounding.Monthly, 62, 1_385_82)]
    public void Percent_CompoundByWeekOrMonth_JoinsWhatWasChargedUntilThen(LateCompounding every, int days, long charged) =>
        Assert.Equal(A.Inr(charged), Charged(Late(new() { Percent = 0.1m, Compound = true, CompoundEvery = every }), days));

    [Fact]
    public void Percent_WeeklyCompoundByWeek_BearsOnEveryChargeBefore()
    {
        var story = Late(new() { Percent = 1m, Frequency = LateChargeFrequency.Weekly, Compound = true, CompoundEvery = LateCompounding.Weekly });

        Assert.Equal(A.Inr(220_00), Charged(story, 7));
        Assert.Equal(A.Inr(442_20), Charged(story, 8));
        Assert.Equal(A.Inr(666_62), Charged(story, 15));
    }

    [Fact]
    public void Percent_CompoundByInstalment_JoinsWhenTheNextFallsDue()
    {
        var terms = new LateChargeTerms { Percent = 0.1m, Compound = true, CompoundEvery = LateCompounding.Instalment };
        var story = Story.Active(A.Emi with { Penalty = new PenaltyTerms(0m), LateCharges = terms }, A.Inr(20_000_00), 6);
        Instalment First(DateOnly night) => story.CloseThrough(night).Loan.Instalments[0];
        var due = story.Loan.Instalments[1].Due;

        var before = First(due.AddDays(-1));
        var nights = due.DayNumber - before.PayBy.DayNumber - 1;
        var overdue = (before.Principal + before.Interest).Minor;
        Assert.Equal(overdue * 0.001m * nights, before.PenaltyExact);

        Assert.Equal(before.PenaltyExact + ((overdue + before.PenaltyAccrued.Minor) * 0.001m), First(due).PenaltyExact);
        Assert.Equal(before.PenaltyAccrued, story.Loan.Instalments[0].PenaltyJoined);
        Assert.Equal(before.PenaltyExact + ((overdue + before.PenaltyAccrued.Minor) * 0.002m), First(due.AddDays(1)).PenaltyExact);
    }

    [Fact]
    public void Percent_CompoundByWeek_PaymentTakesTheOldestChargesFirst()
    {
        var story = Late(new() { Percent = 0.1m, Compound = true, CompoundEvery = LateCompounding.Weekly });
        Charged(story, 10);
        story.Pay(A.Inr(100_00));

        var before = story.Loan.Only();
        Charged(story, 11);

        Assert.Equal(A.Inr(100_00), before.PaidPenalty);
        Assert.Equal(before.PenaltyExact + ((22_000_00 + 154_00 - 100_00) * 0.001m), story.Loan.Only().PenaltyExact);
    }

    /// <summary>154.00 joined on the eighth night. The waiver gives up the oldest, so what it leaves of them is 54.00, or nothing.</summary>
    [Theory]
    [InlineData(100_00, 54_00)]
    [InlineData(154_00, 0)]
    [InlineData(200_00, 0)]
    public void Percent_CompoundByWeek_WaiverGivesUpTheOldestChargesFirst(long waived, long bearing)
    {
        var story = Late(new() { Percent = 0.1m, Compound = true, CompoundEvery = LateCompounding.Weekly });
        Charged(story, 11);
        story.Change(new PenaltyWaiver(A.Inr(waived)));

        var before = story.Loan.Only();
        Charged(story, 12);

        Assert.Equal(before.PenaltyExact + ((22_000_00 + bearing) * 0.001m), story.Loan.Only().PenaltyExact);
    }

    /// <summary>100.00 of the 154.00 that joined are paid; the waiver gives up the rest of them before it gives up what came since.</summary>
    [Fact]
    public void Percent_CompoundByWeek_WaiverAfterAPaymentGivesUpWhatItLeft()
    {
        var story = Late(new() { Percent = 0.1m, Compound = true, CompoundEvery = LateCompounding.Weekly });
        Charged(story, 11);
        story.Pay(A.Inr(100_00)).Change(new PenaltyWaiver(A.Inr(30_00)));

        var before = story.Loan.Only();
        Charged(story, 12);

        Assert.Equal(before.PenaltyExact + ((22_000_00 + 24_00) * 0.001m), story.Loan.Only().PenaltyExact);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    public void Percent_CompoundByWeek_ChargedByHandOnAnyDay_IsWhatTheNightsCharge(int days)
    {
        var terms = new LateChargeTerms { Percent = 0.1m, Compound = true, CompoundEvery = LateCompounding.Weekly };
        var (plain, byHand) = (Late(terms), Late(terms));
        Charged(byHand, days - 1);
        byHand.Change(new LateChargeByHand());

        foreach (var until in (int[])[days, days + 1, 15, 16])
        {
            Assert.Equal(Charged(plain, until), Charged(byHand, until));
            Assert.Equal(As.Json(plain.Loan.Instalments), As.Json(byHand.Loan.Instalments));
        }
    }

    [Theory]
    [InlineData(false, 3, 0, 22_00, 44_00)]
    [InlineData(true, 3, 0, 88_00, 110_00)]
    public void Grace_OverUnpaid_ChargesItsDaysOnlyWhereTheProductSaysSo(bool afterwards, int grace, long during, long first, long second)
    {
        var story = Late(new() { Percent = 0.1m, GraceDays = grace, ChargesGraceAfterwards = afterwards });

        Assert.Equal(A.Inr(during), Charged(story, 3));
        Assert.Equal((3 + 1, PublishedStatus.Overdue), (story.Loan.Dpd, PublishedStatuses.Of(story.Loan, story.Product, story.Today)));
        Assert.Equal(A.Inr(first), Charged(story, 4));
        Assert.Equal(A.Inr(second), Charged(story, 5));
    }

    [Fact]
    public void Bands_AreChargedOnceEachOnTheirFirstDay()
    {
        var story = Late(new()
        {
            Bands = [new("1 to 30 days", 1, null, A.Inr(100_00)), new("31 to 60 days", 31, 5m, null), new("from 61 days", 61, 10m, null)],
        });

        Assert.Equal(A.Inr(100_00), Charged(story, 1));
        Assert.Equal(A.Inr(100_00), Charged(story, 30));
        Assert.Equal(A.Inr(1_200_00), Charged(story, 31));
        Assert.Equal(A.Inr(1_200_00), Charged(story, 60));
        Assert.Equal(A.Inr(3_400_00), Charged(story, 61));
        Assert.Equal(A.Inr(3_400_00), Charged(story, 100));
    }

    [Fact]
    public void CloseDay_AskedAgain_ChargesNothingTwice()
    {
        var story = Late(new() { Fixed = A.Inr(10_00) });
        Charged(story, 5);

        Assert.Equal(LoanDecision.Nothing, story.Ask(new CloseDay(PayBy.AddDays(5)), A.System));
        Assert.Equal(A.Inr(50_00), story.Loan.Only().PenaltyAccrued);
    }

    [Fact]
    public void Flat_WithTwoInstalmentsLate_IsChargedOncePerLoan()
    {
        var story = Story.Active(A.Emi with { Penalty = new PenaltyTerms(0m), LateCharges = new() { Fixed = A.Inr(10_00) } }, A.Inr(20_000_00), 6);

        // Due on 1 July and 1 August; late from 2 July on.
        story.CloseThrough(new DateOnly(2026, 8, 10));

        Assert.Equal(40 * 10_00, story.Loan.Instalments.Sum(instalment => instalment.PenaltyAccrued.Minor));
    }

    [Fact]
    public void Explain_LateCharges_NameHowOftenAndOfWhat()
    {
        var story = Late(new() { Percent = 2m, Frequency = LateChargeFrequency.Weekly });
        Charged(story, 8);

        var explained = Explaining.Explain(ExplainedFigure.PenaltyDue, [.. story.Events], story.Product, story.Today);

        Assert.Equal(A.Inr(880_00), explained.Total);
        Assert.All(explained.Steps, step => Assert.Equal("Late charge on instalment 1, each week 2 % of ₹\u00a022,000.00 overdue", step.Text));
    }

    [Fact]
    public void Explain_LateChargesThatCompoundByWeek_NameWhatJoined()
    {
        var story = Late(new() { Percent = 0.1m, Compound = true, CompoundEvery = LateCompounding.Weekly });
        Charged(story, 15);

        var explained = Explaining.Explain(ExplainedFigure.PenaltyDue, [.. story.Events], story.Product, story.Today);

        Assert.Equal(A.Inr(331_39), explained.Total);
        Assert.Equal(331_39, explained.Steps.Sum(step => step.Amount.Minor));
        Assert.Equal(
            [
                "Late charge on instalment 1, each night 0.1 % of ₹\u00a022,000.00 overdue",
                "Late charge on instalment 1, each night 0.1 % of ₹\u00a022,000.00 overdue and of ₹\u00a0154.00 late charges not paid by then",
                "Late charge on instalment 1, each night 0.1 % of ₹\u00a022,000.00 overdue and of ₹\u00a0309.08 late charges not paid by then",
            ],
            explained.Steps.Select(step => step.Text));
    }
}
