namespace Lending.Domain.Tests.Loans;

public sealed class ReloanAmountTests
{
    private static Outcome<Money> Of(long previous, ReloanPolicy policy, LoanProduct? product = null) =>
        ReloanAmounts.Of(A.Inr(previous), policy, product ?? A.Emi, A.Saffron);

    [Theory]
    [InlineData(20_000_00, 10, 22_000_00)]
    [InlineData(20_300_00, 10, 22_000_00)] // 22,330 on steps of 500.
    [InlineData(20_300_00, 0, 20_300_00)] // The step below would be less than was had.
    [InlineData(4_90_000_00, 10, 5_00_000_00)] // The product's most.
    public void Of_APercentage_IsSteppedDownAndCapped(long previous, int percent, long expected) =>
        Assert.Equal(A.Inr(expected), Of(previous, new ReloanPolicy { HikePercent = percent }).Value);

    [Fact]
    public void Of_AFixedHike_IsAdded() => Assert.Equal(A.Inr(25_000_00), Of(20_000_00, new ReloanPolicy { HikeAmount = A.Inr(5_000_00) }).Value);

    [Fact]
    public void Of_NoHike_IsTheSameAgain() => Assert.Equal(A.Inr(20_123_45), Of(20_123_45, new ReloanPolicy()).Value);

    [Fact]
    public void Of_AFormerLoanAboveTheProductNow_IsItsMostOnTheStep() =>
        Assert.Equal(A.Inr(40_000_00), Of(60_000_00, new ReloanPolicy { HikePercent = 10 }, A.Emi with { AmountMax = A.Inr(40_250_00) }).Value);

    [Fact]
    public void Of_AMinimumThatWasRaised_IsRefused() =>
        Assert.Equal("amount_out_of_range", Of(20_000_00, new ReloanPolicy { HikePercent = 10 }, A.Emi with { AmountMin = A.Inr(30_000_00) }).Refusal!.Code);

    [Fact]
    public void Of_AHikeInAnotherCurrency_SaysNothing() =>
        Assert.Equal(A.Inr(20_000_00), Of(20_000_00, new ReloanPolicy { HikeAmount = new Money(5_000_00, Currency.Usd), RoundTo = new Money(7, Currency.Usd) }).Value);
}
