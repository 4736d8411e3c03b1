namespace Lending.Domain.Tests.Products;

public sealed class QuoteTests
{
    private static readonly LoanProduct WithCoupon = A.Emi with
    {
        Coupons = [new("DIWALI", "processing", 50m, null) { Most = A.Inr(800_00), ValidThrough = A.Day }, new("FLAT100", "processing", null, A.Inr(100_00))],
    };

    [Fact]
    public void Of_ACouponOfHalf_LowersTheFeeBeforeItIsTaxed()
    {
        var quote = Quotes.Of(WithCoupon, A.Inr(50_000_00), 12, A.Day, BusinessCalendar.EveryDay, Coupons.Find(WithCoupon, "diwali", A.Day).Value);

        var processing = quote.Charges[0];
        Assert.Equal((A.Inr(500_00), A.Inr(90_00), A.Inr(500_00), "DIWALI"), (processing.Fee, processing.Tax, processing.Discount!.Value, processing.Coupon));
        Assert.Equal(A.Inr(48_910_00), quote.Net); // 50,000 less 590 and 500 documentation
    }

    [Fact]
    public void Of_ACouponAboveItsMost_TakesOffTheMost()
    {
        var quote = Quotes.Of(WithCoupon, A.Inr(1_00_000_00), 12, A.Day, BusinessCalendar.EveryDay, WithCoupon.Coupons[0]);

        Assert.Equal((A.Inr(1_200_00), A.Inr(800_00)), (quote.Charges[0].Fee, quote.Discount));
    }

    [Fact]
    public void Find_ACodeThatIsUnknownOrPast_SaysWhich()
    {
        Assert.IsType<CouponUnknown>(Coupons.Find(WithCoupon, "HOLI", A.Day).Refusal);
        Assert.IsType<CouponNotValid>(Coupons.Find(WithCoupon, "DIWALI", A.Day.AddDays(1)).Refusal);
        Assert.False(Coupons.Find(WithCoupon, null, A.Day).IsRefused);
    }

    [Fact]
    public void Of_FeesWithInstalments_StandInTheScheduleAndInTheCost()
    {
        var product = A.Emi with
        {
            Fees =
            [
                new("service", "Service fee", null, A.Inr(100_00), 18m) { When = FeeTime.EachInstalment },
                new("inspection", "Inspection", 1m, null, 0m) { When = FeeTime.OnDay, DaysAfterPayout = 45 },
            ],
        };
        Assert.Empty(ProductRules.Check(product));

        var quote = Quotes.Of(product, A.Inr(20_000_00), 3, A.Day, BusinessCalendar.EveryDay);

        Assert.Equal([A.Inr(118_00), A.Inr(318_00), A.Inr(118_00)], quote.Schedule.Select(row => row.Fee));
        Assert.Equal(A.Inr(18_00), quote.Schedule[1].FeeTax);
        Assert.Equal((A.Inr(20_000_00), A.Inr(554_00)), (quote.Net, quote.InstalmentFees!.Value));
        Assert.Equal(quote.Cost, quote.RepaymentTotal - quote.Net);
    }

    [Fact]
    public void AprPercentOf_ALevelLoanWithoutFees_IsItsRate()
    {
        var product = A.Emi with { RatePercent = 12m, Fees = [] };

        var quote = Quotes.Of(product, A.Inr(1_00_000_00), 24, new(2027, 1, 31), BusinessCalendar.EveryDay);

        Assert.Equal(12m, AnnualRates.AprPercentOf(product, quote));
    }

    [Theory]
    [InlineData(RepayUnit.Weeks, 4, 12.00)]
    [InlineData(RepayUnit.Weeks, 1, 12.00)]
    public void AprPercentOf_AWeeklyLoanByWholePeriods_IsItsRate(RepayUnit unit, int every, decimal apr)
    {
        var product = A.Emi with
        {
            RatePercent = 12m, Fees = [],
            Instalments = new() { Unit = unit, Every = every, Rules = Lending.Domain.Engine.ScheduleFamily.Progressive, RestGoesTo = RestTaker.Spread },
        };

        Assert.Equal(apr, AnnualRates.AprPercentOf(product, Quotes.Of(product, A.Inr(5_00_000_00), 12, A.Day, BusinessCalendar.EveryDay)));
    }

    [Fact]
    public void KeyFacts_OfFlatInterestAndPrepaymentCharges_SaysSo()
    {
        var product = A.Emi with
        {
            Instalments = new() { Method = RepayMethod.Flat },
            Prepayment = new(0m, 4m, 18m) { FreeAfterInstalments = 6 },
            Penalty = new(0m), LateCharges = new() { Fixed = A.Inr(50_00), Frequency = LateChargeFrequency.Weekly, GraceDays = 3, Cap = A.Inr(500_00) },
        };
        Assert.Empty(ProductRules.Check(product));

        var facts = KeyFacts.Of(A.Saffron, product, Quotes.Of(product, A.Inr(50_000_00), 12, A.Day, BusinessCalendar.EveryDay));

        Assert.Equal("4 % of the principal left plus 18 % GST, and interest to the day of repayment, free in the cooling-off period, free once 6 instalments are paid.", facts.Foreclosure);
        Assert.Equal("₹\u00a050.00 a week, after 3 days of grace, at most ₹\u00a0500.00.", facts.LateCharges);
        Assert.Equal("monthly", facts.InstalmentEvery);
    }
}
