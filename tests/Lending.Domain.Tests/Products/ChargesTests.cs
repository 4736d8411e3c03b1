using FsCheck.Xunit;

namespace Lending.Domain.Tests.Products;

public sealed class ChargesTests
{
    [Theory]
    [InlineData(15_000_25, 300_01, 54_00)] // 2 % is 300.005: half up, then tax on the rounded fee.
    [InlineData(15_000_00, 300_00, 54_00)]
    public void Of_APercentageWithTaxOnTop_RoundsEachOnceHalfUp(long amount, long fee, long tax)
    {
        var charge = Charges.Of(A.Emi, A.Inr(amount))[0];

        Assert.Equal((A.Inr(fee), A.Inr(tax)), (charge.Fee, charge.Tax));
    }

    [Fact]
    public void Of_AFeeWithTaxInside_TakesTheTaxOutOfWhatWasStated()
    {
        var product = A.Emi with { Fees = [new FeeTerms("all-in", "All in", null, A.Inr(1_000_00), 18m, TaxInclusive: true)] };

        var charge = Assert.Single(Charges.Of(product, A.Inr(20_000_00)));

        Assert.Equal((A.Inr(847_46), A.Inr(152_54)), (charge.Fee, charge.Tax));
    }

    /// <summary>2 % of 15,000.00 is 300.00, with 54.00 of GST; 10 % of the fee is for the tax office.</summary>
    [Theory]
    [InlineData(false, 14_646_00, null)]
    [InlineData(true, 14_676_00, 30_00)]
    public void Of_AFeeWithTds_ReachesTheBorrowerOnlyWhereItIsBookedAndCostsTheSame(bool booked, long net, int? tds)
    {
        var product = A.Emi with { Fees = [A.Emi.Fees[0] with { TdsPercent = 10m, TdsBooked = booked }] };
        var without = product with { Fees = [A.Emi.Fees[0]] };
        var plain = Quotes.Of(without, A.Inr(15_000_00), 12, A.Day, BusinessCalendar.EveryDay);

        var quote = Quotes.Of(product, A.Inr(15_000_00), 12, A.Day, BusinessCalendar.EveryDay);

        Assert.Equal((A.Inr(net), A.Inr(354_00)), (quote.Net, quote.ChargesTotal));
        Assert.Equal(tds is { } minor ? A.Inr(minor) : null, quote.TdsBooked);
        Assert.Equal((plain.Cost, AnnualRates.AprPercentOf(without, plain)), (quote.Cost, AnnualRates.AprPercentOf(product, quote)));
    }

    [Property(MaxTest = 300)]
    public void Of_AnyProduct_NetAndChargesAddUpToTheAmount(int seed)
    {
        var random = new Random(seed);
        var product = RandomProducts.Any(random);
        var amount = A.Inr(random.NextInt64(1, 5_000_000_00));

        var quote = Quotes.Of(product, amount, product.TenureMax, A.Day, BusinessCalendar.EveryDay);

        Assert.Equal(amount, quote.Usable + quote.ChargesTotal);
        Assert.Equal(quote.Net - quote.Usable, quote.TdsBooked ?? A.Inr(0));
        Assert.Equal(quote.ChargesTotal.Minor, quote.Charges.Sum(charge => charge.Fee.Minor + charge.Tax.Minor));
        Assert.Equal(quote.RepaymentTotal, amount + quote.InterestTotal);
    }
}
