using FsCheck.Xunit;

namespace Lending.Domain.Tests.Products;

public sealed class KeyFactsTests
{
    /// <summary>The illustration of annex B of RBI/2024-25/18: 20,000 at 15 % over 24 months with charges of 400 costs 17.07 % a year.</summary>
    [Fact]
    public void Of_TheIllustrationOfTheCircular_GivesItsFigures()
    {
        var product = A.Emi with { RatePercent = 15m, Fees = [new FeeTerms("all", "Charges", null, A.Inr(400_00), 0m)] };

        var facts = KeyFacts.Of(A.Saffron, product, Quotes.Of(product, A.Inr(20_000_00), 24, A.Day, BusinessCalendar.EveryDay));

        Assert.Equal(17.07m, facts.AprPercent);
        Assert.Equal(A.Inr(19_600_00), facts.Quote.Net);
        Assert.Equal(A.Inr(969_73), facts.Instalment);
        Assert.Equal(24, facts.InstalmentCount);
        Assert.Equal(3_274, decimal.Round(facts.Quote.InterestTotal.Minor / 100m));
    }

    [Fact]
    public void Of_APaydayLoan_StatesTheRateOfAYear()
    {
        var facts = KeyFacts.Of(A.Saffron, A.Payday, Quotes.Of(A.Payday, A.Inr(10_000_00), 30, A.Day, BusinessCalendar.EveryDay));

        Assert.Equal(365m, facts.AnnualRatePercent);
        Assert.Equal(("days", 1, A.Inr(13_000_00)), (facts.TermUnit, facts.InstalmentCount, facts.Instalment));
    }

    [Theory]
    [InlineData(7, 4)] // Monday 1 June, and three working days.
    [InlineData(6, 2)] // Less than a week: one.
    public void ValidThrough_ByTheTerm_CountsWorkingDays(int tenure, int day)
    {
        var facts = KeyFacts.Of(A.Saffron, A.Payday, Quotes.Of(A.Payday, A.Inr(10_000_00), tenure, A.Day, BusinessCalendar.EveryDay));

        Assert.Equal(new DateOnly(2026, 6, day), facts.ValidThrough);
    }

    [Fact]
    public void ValidThrough_OverASundayAndAHoliday_CountsNeither()
    {
        var brand = A.Saffron with { Settings = new BrandSettings { SundayOff = true, Holidays = [new DateOnly(2026, 6, 6)] } };

        var facts = KeyFacts.Of(brand, A.Emi, Quotes.Of(A.Emi, A.Inr(50_000_00), 12, new DateOnly(2026, 6, 5), brand.Settings.Calendar));

        Assert.Equal(new DateOnly(2026, 6, 10), facts.ValidThrough);
    }

    [Property(MaxTest = 300)]
    public void Schedule_OfAnyProduct_StartsWithTheAmountAndEndsWithTheLastPrincipal(int seed)
    {
        var random = new Random(seed);
        var product = RandomProducts.Any(random);
        var amount = A.Inr(random.NextInt64(1_000_00, 5_000_000_00));
        var quote = Quotes.Of(product, amount, product.TenureMax, A.Day, BusinessCalendar.EveryDay);

        var lines = KeyFacts.Of(A.Saffron, product with { Fees = [] }, quote with { Net = amount }).Schedule;

        Assert.Equal(amount, lines[0].Outstanding);
        Assert.Equal(lines[^1].Principal, lines[^1].Outstanding);
        Assert.Equal(quote.RepaymentTotal.Minor, lines.Sum(line => line.Instalment.Minor));
    }
}
