using Lending.Domain.Engine;

namespace Lending.Domain.Tests.Products;

public sealed class InstalmentTermsTests
{
    private static LoanProduct With(InstalmentTerms terms, decimal rate = 12m) => A.Emi with { RatePercent = rate, Fees = [], Instalments = terms };

    private static System.Collections.Immutable.ImmutableArray<ScheduledInstalment> Rows(InstalmentTerms terms, long amount, int tenure, decimal rate = 12m, DateOnly? from = null)
    {
        var product = With(terms, rate) with { TenureMin = tenure, TenureMax = tenure };
        Assert.Empty(ProductRules.Check(product));
        return Schedules.Of(product, A.Inr(amount), tenure, from ?? A.Day, BusinessCalendar.EveryDay);
    }

    private static Money Total(ScheduledInstalment row) => row.Principal + row.Interest;

    [Fact]
    public void Of_TheRfWeeklyRule_IsAQuarterOfTheMonthlyFigureFourWeeksAMonth()
    {
        var terms = new InstalmentTerms { Unit = RepayUnit.Weeks, QuarterOfMonth = true };
        var weekly = Rows(terms, 12_000_00, 3);

        // 12,000 at 1 % a month over 3 months: 4,080.27, of it 120.00 interest in the first month; a quarter is 1,020.07 (one paisa over, first).
        Assert.Equal(12, weekly.Length);
        Assert.Equal((A.Inr(990_07), A.Inr(30_00)), (weekly[0].Principal, weekly[0].Interest));
        Assert.Equal(4_080_27, weekly[..4].Sum(row => Total(row).Minor));
        Assert.Equal((A.Day.AddDays(7), A.Day.AddDays(84)), (weekly[0].Due, weekly[^1].Due));
        Assert.Contains("48 weekly", Assert.Single(ProductWords.NotesOf(With(terms))));
    }

    [Fact]
    public void Of_EqualPrincipal_LowersTheInterestEachMonth()
    {
        var rows = Rows(new InstalmentTerms { Method = RepayMethod.EqualPrincipal }, 12_000_00, 12);

        Assert.All(rows.AsEnumerable(), row => Assert.Equal(A.Inr(1_000_00), row.Principal));
        Assert.Equal([A.Inr(120_00), A.Inr(110_00), A.Inr(10_00)], new[] { rows[0].Interest, rows[1].Interest, rows[11].Interest });
    }

    [Fact]
    public void Of_Flat_ChargesTheWholeAmountEveryMonth()
    {
        var rows = Rows(new InstalmentTerms { Method = RepayMethod.Flat }, 12_000_00, 12);

        Assert.All(rows.AsEnumerable(), row => Assert.Equal((A.Inr(1_000_00), A.Inr(120_00)), (row.Principal, row.Interest)));
    }

    [Fact]
    public void Of_InterestOnly_RepaysEverythingAtTheEnd()
    {
        var rows = Rows(new InstalmentTerms { Method = RepayMethod.InterestOnly }, 12_000_00, 12);

        Assert.All(rows[..11].AsEnumerable(), row => Assert.Equal((A.Inr(0), A.Inr(120_00)), (row.Principal, row.Interest)));
        Assert.Equal((A.Inr(12_000_00), A.Inr(120_00)), (rows[11].Principal, rows[11].Interest));
    }

    [Fact]
    public void Of_ABalloon_KeepsItsPartForTheLastInstalment()
    {
        var rows = Rows(new InstalmentTerms { Method = RepayMethod.Balloon, BalloonPercent = 50m }, 12_000_00, 12);

        // 6,000 level: 533.09 a month; 6,000 wait at 60.00 a month.
        Assert.All(rows[..11].AsEnumerable(), row => Assert.Equal(A.Inr(593_09), Total(row)));
        Assert.Equal(A.Inr(6_593_12), Total(rows[11]));
    }

    [Fact]
    public void Of_WholeHundreds_LeavesTheRestToTheLastOrTheFirst()
    {
        var last = Rows(new InstalmentTerms { MultipleOf = 100 }, 1_00_000_00, 12);
        var first = Rows(new InstalmentTerms { MultipleOf = 100, RestGoesTo = RestTaker.First }, 1_00_000_00, 12);

        Assert.All(last[..11].AsEnumerable(), row => Assert.Equal(A.Inr(8_900_00), Total(row)));
        Assert.Equal(A.Inr(8_708_23), Total(last[11]));
        Assert.All(first[1..].AsEnumerable(), row => Assert.InRange(Total(row).Minor, 8_899_98, 8_900_02));
        Assert.Equal(A.Inr(8_728_13), Total(first[0]));
    }

    [Fact]
    public void Of_ADueDayOfTheMonth_ChargesTheDaysOfABrokenFirstPeriod()
    {
        // 20 June to 5 August are 46 days: one month, and 15 of the 30 days from 20 June's month on.
        var from = new DateOnly(2026, 6, 20);
        var byDays = Rows(new InstalmentTerms { DueDay = 5, FirstDueAfterDays = 30 }, 12_000_00, 12, from: from);
        var upfront = Rows(new InstalmentTerms { DueDay = 5, FirstDueAfterDays = 30, BrokenPeriod = BrokenPeriod.Upfront }, 12_000_00, 12, from: from);
        var regular = Rows(new InstalmentTerms(), 12_000_00, 12, from: new DateOnly(2026, 7, 5));

        Assert.Equal([new(2026, 8, 5), new(2026, 9, 5)], byDays[..2].Select(row => row.Due));
        Assert.Equal(regular.Select(row => row.Principal), byDays.Select(row => row.Principal));
        Assert.Equal(regular[0].Interest + A.Inr(61_94), byDays[0].Interest);
        Assert.Equal(regular.Select(row => row.Interest), upfront.Select(row => row.Interest));
        Assert.Equal(A.Inr(61_94), Schedules.UpfrontInterestOf(
            With(new InstalmentTerms { DueDay = 5, FirstDueAfterDays = 30, BrokenPeriod = BrokenPeriod.Upfront }), A.Inr(12_000_00), 12, from, BusinessCalendar.EveryDay));
    }

    [Fact]
    public void Of_HalfMonthsAndAgreedDays_FallsDueOnThoseDays()
    {
        var half = Rows(Daily(RepayUnit.SemiMonths) with { SemiMonthlyDays = [15, 31] }, 12_000_00, 2, from: new DateOnly(2027, 1, 20));
        var agreed = Rows(Daily(RepayUnit.AgreedDays) with { DaysAfterPayout = [30, 90], TenureUnit = TenureUnit.Instalments }, 12_000_00, 2);

        Assert.Equal([new(2027, 2, 15), new(2027, 2, 28), new(2027, 3, 15), new(2027, 3, 31)], half.Select(row => row.Due));
        Assert.Equal([A.Day.AddDays(30), A.Day.AddDays(90)], agreed.Select(row => row.Due));
        Assert.Equal(A.Inr(118_36), agreed[0].Interest);
    }

    [Fact]
    public void Of_AMovedDueDate_CountsInterestToIt()
    {
        var calendar = new BusinessCalendar(true, []);
        var product = With(Daily(RepayUnit.Days) with { Every = 6, TenureUnit = TenureUnit.Instalments, Holidays = HolidayRule.MoveDueDate });

        var rows = Schedules.Of(product, A.Inr(12_000_00), 3, A.Day, calendar);

        // 7 June 2026 is a Sunday: the first instalment has 7 days and the second 5.
        Assert.Equal([new(2026, 6, 8), new(2026, 6, 13), new(2026, 6, 19)], rows.Select(row => row.Due));
        Assert.Equal(A.Inr(27_62), rows[0].Interest);
    }

    [Fact]
    public void Of_AnInterestFreeStart_IsLevelThroughout()
    {
        var rows = Rows(Daily(RepayUnit.Months) with { InterestFree = 3, Interest = InterestPeriods.SameAsRepaymentPeriod }, 12_000_00, 12);

        Assert.All(rows[..3].AsEnumerable(), row => Assert.True(row.Interest.IsZero));
        Assert.All(rows.AsEnumerable(), row => Assert.InRange(Total(row).Minor, Total(rows[0]).Minor - 3, Total(rows[0]).Minor + 3));
    }

    [Fact]
    public void Of_ADownPayment_IsDueOnTheDayOfPayout()
    {
        var rows = Rows(new InstalmentTerms { DownPaymentPercent = 20m }, 12_000_00, 12);

        Assert.Equal(13, rows.Length);
        Assert.Equal((A.Day, A.Day, A.Inr(2_400_00), A.Inr(0)), (rows[0].From, rows[0].Due, rows[0].Principal, rows[0].Interest));
        Assert.Equal(A.Inr(96_00), rows[1].Interest);
    }

    [Fact]
    public void Of_ProgressiveRules_IsTheEnginesScheduleOfTheSameTerms()
    {
        var product = With(Daily(RepayUnit.Months) with { DaysInYear = YearLength.Days360, DaysInMonth = MonthLength.Days30 }) with { Rounding = MidpointRounding.ToEven };

        var rows = Schedules.Of(product, A.Inr(1_00_000_00), 12, A.Day, BusinessCalendar.EveryDay);

        var engine = EngineSchedules.Of(ProductTerms.Of(product, A.Inr(1_00_000_00), 12), A.Day);
        Assert.Equal(engine.Select(row => (row.Due, row.Principal, row.Interest)), rows.Select(row => (row.Due, row.Principal.Major, row.Interest.Major)));
    }

    private static InstalmentTerms Daily(RepayUnit unit) => new()
    {
        Unit = unit, Rules = ScheduleFamily.Progressive, Interest = InterestPeriods.Daily, RestGoesTo = RestTaker.Spread,
    };
}
