namespace Lending.Portal.Tests.Numbers;

public sealed class MoneyEntryTests
{
    [Theory]
    [InlineData("1.5L", 1_50_000_00)]
    [InlineData("1.5 lakh", 1_50_000_00)]
    [InlineData("2 Cr", 2_00_00_000_00)]
    [InlineData("12k", 12_000_00)]
    [InlineData("1,50,000", 1_50_000_00)]
    [InlineData("₹ 1,50,000.50", 1_50_000_50)]
    [InlineData("\u2212500", -500_00)]
    [InlineData("0.05", 5)]
    public void Read_WhatPeopleType_IsExact(string text, long minor) => Assert.Equal((Money.Inr(minor), null), MoneyEntry.Read(text, Currency.Inr));

    [Theory]
    [InlineData("abc")]
    [InlineData("1.2.3")]
    [InlineData("0.005")]
    [InlineData("99999999999999999999")]
    [InlineData("1.23456789L")]
    public void Read_WhatIsNoAmount_SaysWhatToEnter(string text)
    {
        var (money, advice) = MoneyEntry.Read(text, Currency.Inr);

        Assert.Null(money);
        Assert.StartsWith("Enter ", advice);
    }

    [Fact]
    public void Read_OfNothing_IsNothing() => Assert.Equal((null, null), MoneyEntry.Read("  ", Currency.Inr));

    [Fact]
    public void Read_OfYenWithDecimals_IsRefused() => Assert.Equal("Enter a whole amount.", MoneyEntry.Read("10.5", Currency.Jpy).Advice);
}
