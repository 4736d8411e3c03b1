using FsCheck.Xunit;

namespace Lending.Domain.Tests.Products;

public sealed class ScheduleTests
{
    [Fact]
    public void Of_AnEmiLoan_IsTheAnnuityWithTheRestInTheLastInstalment()
    {
        var schedule = Schedules.Of(A.Emi, A.Inr(1_00_000_00), 12, A.Day, BusinessCalendar.EveryDay);

        // 1,00,000 at 1.5 % a month over 12 months: the annuity is 9,167.99929...
        Assert.All(schedule[..11].AsEnumerable(), instalment => Assert.Equal(A.Inr(9_168_00), instalment.Principal + instalment.Interest));
        Assert.Equal((A.Inr(7_668_00), A.Inr(1_500_00)), (schedule[0].Principal, schedule[0].Interest));
        Assert.Equal(A.Inr(1_00_000_00).Minor, schedule.Sum(instalment => instalment.Principal.Minor));
        Assert.Equal(A.Inr(9_167_99), schedule[11].Principal + schedule[11].Interest);
    }

    [Fact]
    public void Of_AnEmiLoanFromTheThirtyFirst_ClampsToShortMonthsAndComesBack()
    {
        var schedule = Schedules.Of(A.Emi, A.Inr(20_000_00), 4, new DateOnly(2027, 1, 31), BusinessCalendar.EveryDay);

        Assert.Equal([new(2027, 2, 28), new(2027, 3, 31), new(2027, 4, 30), new(2027, 5, 31)], schedule.Select(instalment => instalment.Due));
        Assert.Equal([new(2027, 1, 31), new(2027, 2, 28), new(2027, 3, 31), new(2027, 4, 30)], schedule.Select(instalment => instalment.From));
    }

    [Fact]
    public void Of_ADueDateOnAHolidaySunday_RollsToTheNextWorkingDayAndKeepsTheInterest()
    {
        var calendar = new BusinessCalendar(true, [new DateOnly(2026, 6, 15)]);

        var instalment = Assert.Single(Schedules.Of(A.Payday, A.Inr(20_000_00), 13, A.Day, calendar));

        Assert.Equal(new ScheduledInstalment(1, A.Day, new(2026, 6, 14), new(2026, 6, 16), A.Inr(20_000_00), A.Inr(2_600_00)), instalment);
    }

    [Fact]
    public void Of_AnInterestFreeEmiLoan_SpreadsTheLeftoverOverTheFirstInstalments()
    {
        var schedule = Schedules.Of(A.Emi with { RatePercent = 0m }, A.Inr(100_00), 3, A.Day, BusinessCalendar.EveryDay);

        Assert.Equal([A.Inr(33_34), A.Inr(33_33), A.Inr(33_33)], schedule.Select(instalment => instalment.Principal));
        Assert.All(schedule, instalment => Assert.True(instalment.Interest.IsZero));
    }

    [Fact]
    public void Of_AHighRateOverAVeryLongTerm_StillAmortises()
    {
        var schedule = Schedules.Of(A.Emi with { RatePercent = 1200m }, A.Inr(10_000_00), 480, A.Day, BusinessCalendar.EveryDay);

        Assert.Equal(10_000_00, schedule.Sum(instalment => instalment.Principal.Minor));
    }

    [Property(MaxTest = 300)]
    public void Of_AnyProduct_AmortisesToExactlyZeroInOrderOfTime(int seed)
    {
        var random = new Random(seed);
        var product = RandomProducts.Any(random);
        var amount = A.Inr(random.NextInt64(1, 5_000_000_00));
        var from = A.Day.AddDays(random.Next(1000));

        var schedule = Schedules.Of(product, amount, random.Next(product.TenureMin, product.TenureMax + 1), from, new BusinessCalendar(true, []));

        Assert.Equal(amount.Minor, schedule.Sum(instalment => instalment.Principal.Minor));
        for (var i = 0; i < schedule.Length; i++)
        {
            Assert.False(schedule[i].Principal.IsNegative || schedule[i].Interest.IsNegative);
            Assert.Equal(i == 0 ? from : schedule[i - 1].Due, schedule[i].From);
            Assert.True(schedule[i].From < schedule[i].Due && schedule[i].Due <= schedule[i].PayBy);
            Assert.NotEqual(DayOfWeek.Sunday, schedule[i].PayBy.DayOfWeek);
        }
    }
}
