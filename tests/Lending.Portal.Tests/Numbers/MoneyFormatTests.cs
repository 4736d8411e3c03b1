namespace Lending.Portal.Tests.Numbers;

public sealed class MoneyFormatTests
{
    [Theory]
    [InlineData(1_00_000_00, "₹\u00a01,00,000.00")]
    [InlineData(1_45_665_00, "₹\u00a01,45,665.00")]
    [InlineData(12_34_56_789_01, "₹\u00a012,34,56,789.01")]
    [InlineData(5, "₹\u00a00.05")]
    [InlineData(0, "₹\u00a00.00")]
    [InlineData(-3_000_00, "\u2212₹\u00a03,000.00")]
    public void Full_OfRupees_GroupsTheIndianWay(long minor, string text) => Assert.Equal(text, MoneyFormat.Full(Money.Inr(minor)));

    [Fact]
    public void Full_OfTheSmallestAmount_DoesNotOverflow() => 
        Assert.Equal("\u2212₹\u00a092,23,37,20,36,85,47,758.08", MoneyFormat.Full(Money.Inr(long.MinValue)));

    [Fact]
    public void Full_OfDollars_GroupsByThousands() => Assert.Equal("$\u00a01,234,567.89", MoneyFormat.Full(new(123_456_789, Currency.Usd)));

    [Fact]
    public void Full_OfYen_HasNoDecimals() => Assert.Equal("¥\u00a01,234", MoneyFormat.Full(new(1_234, Currency.Jpy)));

    [Fact]
    public void Cell_OfANegative_HasARealMinusAndNoSymbol() => Assert.Equal("\u22123,000.00", MoneyFormat.Cell(Money.Inr(-3_000_00)));

    [Theory]
    [InlineData(1_50_000_00, "₹\u00a01,50,000")]
    [InlineData(1_50_000_50, "₹\u00a01,50,000.50")]
    public void Short_LeavesOutOnlyEmptyPaise(long minor, string text) => Assert.Equal(text, MoneyFormat.Short(Money.Inr(minor)));

    [Theory]
    [InlineData(4_82_11_340_00, "₹\u00a04.82\u00a0Cr")]
    [InlineData(12_40_000_00, "₹\u00a012.4\u00a0L")]
    [InlineData(45_200_00, "₹\u00a045,200")]
    [InlineData(99_99_999_00, "₹\u00a01.00\u00a0Cr")]
    [InlineData(99_999_99, "₹\u00a01.0\u00a0L")]
    public void Compact_OfAKeyFigure_IsInLakhsAndCrores(long minor, string text) => Assert.Equal(text, MoneyFormat.Compact(Money.Inr(minor)));

    [Fact]
    public void Percent_AlwaysHasItsDecimals() => Assert.Equal("18.00\u00a0%", MoneyFormat.Percent(18m));

    [Theory]
    [InlineData("0.6", "+0.6")]
    [InlineData("-0.9", "\u22120.9")]
    [InlineData("0", "0.0")]
    public void Points_CarryTheirSign(string points, string text) => Assert.Equal(text, MoneyFormat.Points(decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture)));
}
