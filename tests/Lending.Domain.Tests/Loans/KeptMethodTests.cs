using Lending.Domain.Engine;

namespace Lending.Domain.Tests.Loans;

/// <summary>
/// A change plans the rest of a loan by the method it was made with: Rs 1,20,000 at 12 % over 12 months from 1 June 2026, changed on 2 December after six
/// instalments were paid, of which one day of December is earned.
/// </summary>
public sealed class KeptMethodTests
{
    private static readonly Money Amount = A.Inr(1_20_000_00);

    [Fact]
    public void DueDateMove_OfFlatInterest_KeepsItAShareOfTheAmountLent()
    {
        var story = Half(RepayMethod.Flat).Change(new DueDateMove(new(2027, 1, 2)));

        // 1,200 a month and one of the thirty-one days that follow the first.
        Assert.Equal(A.Inr(10_000_00), story.Loan.Instalments[6].Principal);
        Assert.Equal(A.Inr(1_238_71), story.Loan.Instalments[6].Interest);
        Assert.All(story.Loan.Instalments[7..], row => Assert.Equal((A.Inr(10_000_00), A.Inr(1_200_00)), (row.Principal, row.Interest)));
    }

    [Fact]
    public void PartPrepayment_OfFlatInterest_LowersItInProportion()
    {
        var story = Half(RepayMethod.Flat).Change(Prepay(PrepaymentEffect.ReduceInstalment));

        // 10,000 of 60,000: a sixth of the base is gone, and every month bears 1,000 from then on, also after the next change.
        Assert.Equal(A.Inr(1_00_000_00), story.Loan.FlatBase);
        Assert.All(story.Loan.Instalments[7..], row => Assert.Equal(A.Inr(1_000_00), row.Interest));
        story.Change(new TenureExtension(1));
        Assert.All(story.Loan.Instalments[7..], row => Assert.Equal(A.Inr(1_000_00), row.Interest));
    }

    [Fact]
    public void Excess_OfAFlatLoanThatReducesTenure_KeepsTheInstalmentAndMostOfTheInterest()
    {
        var story = Half(RepayMethod.Flat, ExcessMoney.ReduceTenure).Pay(A.Inr(60_00));

        Assert.Equal(A.Inr(1_19_880_00), story.Loan.FlatBase);
        Assert.Equal(A.Inr(1_198_80), story.Loan.Instalments[7].Interest);
        Assert.Equal(A.Inr(11_200_00), Total(story.Loan.Instalments[7]));
    }

    [Fact]
    public void RateChange_OfInterestOnly_KeepsThePrincipalForTheEnd()
    {
        var story = Half(RepayMethod.InterestOnly).Change(new RateChange(11m));

        Assert.All(story.Loan.Instalments[6..11], row => Assert.True(row.Principal.IsZero));
        Assert.All(story.Loan.Instalments[7..], row => Assert.Equal(A.Inr(1_100_00), row.Interest));
        Assert.Equal(Amount, story.Loan.Instalments[^1].Principal);
    }

    [Fact]
    public void PartPrepayment_OfInterestOnlyForAShorterTime_IsRefused()
    {
        var story = Half(RepayMethod.InterestOnly);

        Assert.IsType<NoTenureToReduce>(story.Refused(Prepay(PrepaymentEffect.ReduceTenure)));
        story.Change(Prepay(PrepaymentEffect.ReduceInstalment));
        Assert.Equal(A.Inr(1_10_000_00), story.Loan.Instalments[^1].Principal);
    }

    [Fact]
    public void ReAge_OfInterestOnlyPastItsEnd_SpreadsThePrincipal()
    {
        var story = Half(RepayMethod.InterestOnly).UntilMorningOf(new(2027, 6, 10)).Change(new ReAge(6, new(2027, 7, 1)));

        Assert.All(story.Loan.Instalments[12..], row => Assert.True(row.PrincipalLeft > A.Inr(13_000_00)));
    }

    [Fact]
    public void DueDateMove_OfABalloon_KeepsItsLastAmount()
    {
        var story = Half(RepayMethod.Balloon).Change(new DueDateMove(new(2027, 1, 2)));

        Assert.All(story.Loan.Instalments[6..11], row => Assert.InRange(Total(row).Minor, 6_870_00, 6_900_00));
        Assert.InRange(Total(story.Loan.Instalments[^1]).Minor, 54_870_00, 54_890_00);
    }

    [Fact]
    public void PartPrepayment_OfABalloonForAShorterTime_BringsTheBalloonForward()
    {
        var story = Half(RepayMethod.Balloon).Change(Prepay(PrepaymentEffect.ReduceTenure));

        Assert.All(story.Loan.Instalments[7..10], row => Assert.Equal(A.Inr(6_877_11), Total(row)));
        Assert.True(story.Loan.Instalments[10].Principal > A.Inr(48_000_00));
        Assert.True(story.Loan.Instalments[11].IsVoid);
    }

    [Fact]
    public void PartPrepayment_OfEqualPrincipalForAShorterTime_KeepsThePrincipalOfEachInstalment()
    {
        var story = Half(RepayMethod.EqualPrincipal).Change(Prepay(PrepaymentEffect.ReduceTenure));

        Assert.Equal([10_000, 10_000, 10_000, 10_000, 0], story.Loan.Instalments[7..].Select(row => (int)row.Principal.Major));
        Assert.Equal([400, 300, 200, 100, 0], story.Loan.Instalments[7..].Select(row => (int)row.Interest.Major));
    }

    [Fact]
    public void DueDateMove_InAGraceOnPrincipal_LeavesTheGrace()
    {
        var story = Started(InstalmentTerms.Monthly with { GracePrincipal = 2 }).Change(new DueDateMove(new(2026, 7, 2)));

        Assert.All(story.Loan.Instalments[..2], row => Assert.True(row.Principal.IsZero));
        Assert.Equal([A.Inr(1_238_88), A.Inr(1_200_00)], story.Loan.Instalments[..2].Select(row => row.Interest));
        Assert.Equal(A.Inr(30_753_73), Total(story.Loan.Instalments[2]));
    }

    [Fact]
    public void GoodwillCredit_WithInterestFreeInstalments_LeavesThemFree()
    {
        var story = Started(InstalmentTerms.Monthly with { InterestFree = 2 }).Change(new GoodwillCredit(A.Inr(1_00)));

        Assert.All(story.Loan.Instalments[..2], row => Assert.True(row.Interest.IsZero));
        Assert.Equal(A.Inr(1_993_24), Sum(story.Loan.Instalments, row => row.Interest));
        Assert.Equal(Total(story.Loan.Instalments[1]), Total(story.Loan.Instalments[2]));
    }

    [Fact]
    public void DueDateMove_BeforeInstalmentsThatPayNothing_CountsThem()
    {
        // Interest only, and free of it at first: nothing is paid before the third instalment. Two empty ones wait all the same.
        var story = Started(InstalmentTerms.Monthly with { Method = RepayMethod.InterestOnly, InterestFree = 2 });
        var contracted = story.Loan.Instalments;
        Assert.True(contracted[0].IsVoid && contracted[1].IsVoid);

        story.Change(new DueDateMove(contracted[0].Due.AddDays(1)));

        Assert.All(story.Loan.Instalments[..^1], row => Assert.True(row.Principal.IsZero));
        Assert.Equal((contracted[^1].Due.AddDays(1), Amount), (story.Loan.Instalments[^1].Due, story.Loan.Instalments[^1].Principal));
        Assert.Equal(contracted.Skip(2).Select(row => row.Interest), story.Loan.Instalments.Skip(2).Select(row => row.Interest));
    }

    [Fact]
    public void RateChange_InAGraceOnPayingInterest_KeepsWhatItHasPutOff()
    {
        var terms = InstalmentTerms.Monthly with { GraceInterestPayment = 3, Rules = ScheduleFamily.Progressive, RestGoesTo = RestTaker.Spread };
        var story = Started(terms).UntilMorningOf(new(2026, 8, 1));
        var contracted = Sum(story.Loan.Instalments, row => row.Interest);
        story.Change(new RateChange(0m));

        // Two months of interest are earned, nothing to come is.
        Assert.True(story.Loan.Instalments[2].Interest.IsZero);
        Assert.Equal(A.Inr(2_193_05), story.Loan.Instalments[3].Interest);
        Assert.True(contracted > A.Inr(3_900_00));
        Assert.All(story.Loan.Instalments[4..], row => Assert.True(row.Interest.IsZero));
    }

    [Fact]
    public void DueDateMove_OfAQuarterOfTheMonth_KeepsFourWeeksToAMonth()
    {
        var terms = InstalmentTerms.Monthly with { Unit = RepayUnit.Weeks, QuarterOfMonth = true };
        var story = Started(terms);
        var contracted = Sum(story.Loan.Instalments, row => row.Interest);
        story.Change(new DueDateMove(story.Loan.Instalments[0].Due.AddDays(1)));

        Assert.InRange(Sum(story.Loan.Instalments, row => row.Interest).Minor, contracted.Minor * 9 / 10, contracted.Minor * 11 / 10);
    }

    [Fact]
    public void ReAmortisation_OfMoreInterestThanAnInstalment_OwesItOnce()
    {
        var product = A.Emi with { RatePercent = 60m };
        var story = Story.Active(product, Amount, 36).UntilMorningOf(new(2028, 6, 10));
        var earned = Sum(story.Loan.Instalments, row => row.AccruedInterestLeft);
        story.Change(new ReAmortisation());

        // Of the first instalment to come everything that is earned, and of no other.
        Assert.True(earned > A.Inr(1_00_000_00));
        Assert.True(story.Loan.Instalments[24].InterestLeft >= earned);
        Assert.InRange(story.Loan.Instalments[25].Interest.Minor, Amount.Minor * 49 / 1_000, Amount.Minor * 51 / 1_000);
    }

    private static PartPrepayment Prepay(PrepaymentEffect effect) => new("pre", A.Inr(10_000_00), "upi", "r", effect);

    private static Story Half(RepayMethod method, ExcessMoney excess = ExcessMoney.HoldAsAdvance)
    {
        var product = A.Emi with
        {
            RatePercent = 12m, Excess = excess,
            Instalments = InstalmentTerms.Monthly with { Method = method, BalloonPercent = method is RepayMethod.Balloon ? 40m : 0m },
        };
        Assert.Empty(ProductRules.Check(product));
        var story = Story.Active(product, Amount, 12);
        foreach (var due in story.Loan.Instalments[..6]) story.UntilMorningOf(due.Due).Pay(story.Loan.Instalments[due.Number - 1].Outstanding);
        return story.UntilMorningOf(new(2026, 12, 2));
    }

    private static Story Started(InstalmentTerms terms)
    {
        var product = A.Emi with { RatePercent = 12m, TenureMin = 6, Instalments = terms };
        Assert.Empty(ProductRules.Check(product));
        return Story.Active(product, Amount, 6).UntilMorningOf(new(2026, 6, 5));
    }

    private static Money Total(Instalment row) => row.Principal + row.Interest;

    private static Money Sum(IEnumerable<Instalment> rows, Func<Instalment, Money> of) => rows.Aggregate(A.Inr(0), (sum, row) => sum + of(row));
}
