using Lending.Domain.Engine;

namespace Lending.Domain.Tests.Loans;

/// <summary>Where due dates go when a loan is put back or made longer: on the dates of its product.</summary>
public sealed class DuesToComeTests
{
    private static readonly InstalmentTerms ByDays = InstalmentTerms.Monthly with { Interest = InterestPeriods.Daily };

    [Fact]
    public void Extension_AfterAMoratorium_StaysOnTheDueDay()
    {
        var story = Active(ByDays with { DueDay = 5 }, 6, new(2026, 6, 20)).UntilMorningOf(new(2026, 6, 25));
        Assert.Equal(new DateOnly(2026, 7, 5), story.Loan.Instalments[0].Due);

        story.Change(new Moratorium(1, MoratoriumInterest.Accrues)).Change(new TenureExtension(2));

        Assert.Equal([new(2026, 8, 5), new(2026, 9, 5), new(2026, 10, 5), new(2026, 11, 5), new(2026, 12, 5), new(2027, 1, 5), new(2027, 2, 5), new(2027, 3, 5)], Dues(story));
    }

    [Fact]
    public void Moratorium_ASecondTime_FollowsTheFirstDueDateThatWasPutOff()
    {
        var story = Active(ByDays with { DueDay = 5, FirstDueAfterDays = 75 }, 3, A.Day)
            .Change(new Moratorium(1, MoratoriumInterest.Accrues)).Change(new Moratorium(1, MoratoriumInterest.Waived));

        Assert.Equal([new(2026, 11, 5), new(2026, 12, 5), new(2027, 1, 5)], Dues(story));
    }

    [Fact]
    public void Extension_OfAgreedDaysAfterAMoratorium_ComesAfterTheLastOne()
    {
        var story = Active(
            ByDays with { Unit = RepayUnit.AgreedDays, DaysAfterPayout = [60, 150, 300], TenureUnit = TenureUnit.Instalments, Rules = ScheduleFamily.Progressive, RestGoesTo = RestTaker.Spread },
            3, A.Day).Change(new Moratorium(1, MoratoriumInterest.Accrues)).Change(new TenureExtension(1));

        Assert.Equal([A.Day.AddDays(150), A.Day.AddDays(300), A.Day.AddDays(330), A.Day.AddDays(360)], Dues(story));
        Assert.Equal(story.Loan.Instalments.Skip(1).Select(row => row.From), Dues(story).SkipLast(1));
    }

    [Fact]
    public void DueDateMove_OfAgreedDays_KeepsTheirDistances()
    {
        var story = Active(
            ByDays with { Unit = RepayUnit.AgreedDays, DaysAfterPayout = [60, 150, 300], TenureUnit = TenureUnit.Instalments, Rules = ScheduleFamily.Progressive, RestGoesTo = RestTaker.Spread },
            3, A.Day).Change(new DueDateMove(A.Day.AddDays(70)));
        Assert.Equal([A.Day.AddDays(70), A.Day.AddDays(160), A.Day.AddDays(310)], Dues(story));

        story.Change(new Moratorium(1, MoratoriumInterest.Accrues)).Change(new DueDateMove(A.Day.AddDays(150)));

        Assert.Equal([A.Day.AddDays(150), A.Day.AddDays(300), A.Day.AddDays(330)], Dues(story));
    }

    [Fact]
    public void Extension_OfHalfMonthsAfterAMoratorium_StaysOnTheTwoDays()
    {
        var story = Active(
            ByDays with { Unit = RepayUnit.SemiMonths, SemiMonthlyDays = [5, 20], Rules = ScheduleFamily.Progressive, RestGoesTo = RestTaker.Spread }, 3, A.Day)
            .Change(new Moratorium(1, MoratoriumInterest.Accrues)).Change(new TenureExtension(2));

        Assert.Equal([new(2026, 9, 20), new(2026, 10, 5), new(2026, 10, 20)], Dues(story).TakeLast(3));
    }

    [Fact]
    public void DueDateMove_OfHalfMonths_KeepsTwoDaysAMonth()
    {
        var story = Active(
            ByDays with { Unit = RepayUnit.SemiMonths, SemiMonthlyDays = [5, 20], Rules = ScheduleFamily.Progressive, RestGoesTo = RestTaker.Spread }, 3, A.Day)
            .Change(new DueDateMove(new(2026, 6, 8)));

        Assert.Equal([new(2026, 6, 8), new(2026, 6, 23), new(2026, 7, 8)], Dues(story).Take(3));
    }

    [Fact]
    public void Extension_OfALoanWithADownPayment_LeavesNoPeriodOut()
    {
        var story = Active(ByDays with { DownPaymentPercent = 20m }, 3, A.Day).Change(new TenureExtension(1));

        Assert.Equal([A.Day, new(2026, 7, 1), new(2026, 8, 1), new(2026, 9, 1), new(2026, 10, 1)], Dues(story));
    }

    [Fact]
    public void DueDateMove_WithDueDatesThatMoveOverSundays_MovesThoseThatFollowToo()
    {
        var story = Active(ByDays with { Holidays = HolidayRule.MoveDueDate }, 6, A.Day, sundayOff: true).Change(new DueDateMove(new(2026, 7, 8)));

        // The eighth of November is a Sunday.
        Assert.Equal([new(2026, 7, 8), new(2026, 8, 8), new(2026, 9, 8), new(2026, 10, 8), new(2026, 11, 9), new(2026, 12, 8)], Dues(story));
    }

    private static IEnumerable<DateOnly> Dues(Story story) => story.Loan.Instalments.Select(row => row.Due);

    private static Story Active(InstalmentTerms terms, int tenure, DateOnly payout, bool sundayOff = false)
    {
        var agreed = terms.Unit is RepayUnit.AgreedDays;
        var product = A.Emi with { TenureMin = agreed ? 3 : 1, TenureMax = agreed ? 3 : 36, Instalments = terms };
        Assert.Empty(ProductRules.Check(product));
        return Story.Active(product, A.Inr(1_00_000_00), tenure, A.Saffron with { BusinessDate = payout, Settings = A.Saffron.Settings with { SundayOff = sundayOff } });
    }
}
