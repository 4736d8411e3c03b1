using Aspire.Dashboard.Embedded.Pages;

namespace Aspire.Dashboard.Embedded.Tests.Pages;

public sealed class ShowTests
{
    [Theory]
    [InlineData(0, "0 µs")]
    [InlineData(8_120, "812 µs")]
    [InlineData(12_400, "1.24 ms")]
    [InlineData(124_000, "12.4 ms")]
    [InlineData(34_000_000, "3.40 s")]
    [InlineData(1_250_000_000, "2 m 05 s")]
    [InlineData(75_000_000_000, "2 h 05 m")]
    public void Duration_OfAnyLength_HasThreeDigits(long ticks, string expected) =>
        Assert.Equal(expected, Show.Duration(TimeSpan.FromTicks(ticks)));

    [Theory]
    [InlineData(1536, "By", "1.50 KiB")]
    [InlineData(0.0125, "s", "12.5 ms")]
    [InlineData(1234567, "{request}", "1,234,567")]
    [InlineData(0.25, "1", "0.25")]
    [InlineData(12, "rows", "12 rows")]
    [InlineData(double.NaN, "", "–")]
    [InlineData(double.PositiveInfinity, "s", "–")]
    [InlineData(double.NegativeInfinity, "By", "–")]
    public void Value_InAUnit_IsScaledAsCustomary(double value, string unit, string expected) =>
        Assert.Equal(expected, Show.Value(value, unit));
}
