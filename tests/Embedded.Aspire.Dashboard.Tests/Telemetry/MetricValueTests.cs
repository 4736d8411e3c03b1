using Aspire.Dashboard.Embedded.Telemetry;

namespace Aspire.Dashboard.Embedded.Tests.Telemetry;

public sealed class MetricValueTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 18, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0.5, 15)]
    [InlineData(0.9, 30)]
    [InlineData(1.0, 38)]
    public void Percentile_WithinABucket_IsInterpolatedBetweenItsBounds(double part, double expected)
    {
        var histogram = new HistogramValue(10, 160, 2, 38, [10, 20, 30], [2, 6, 1, 1]);

        Assert.Equal(expected, histogram.Percentile(part)!.Value, precision: 0);
    }

    [Fact]
    public void Percentile_WithoutValuesOrBuckets_IsUnknown()
    {
        Assert.Null(new HistogramValue(0, 0, null, null, [1], [0, 0]).Percentile(0.5));
        Assert.Null(new HistogramValue(3, 9, null, null, [], []).Percentile(0.5));
    }

    [Fact]
    public void Trend_OfACounterWhoseProcessRestarted_CountsFromZeroAgain()
    {
        var series = Series(MetricKind.Counter, false, 100, 130, 20);

        Assert.Equal([3d, 2d], MetricTrend.Of(MetricKind.Counter, series));
    }

    [Fact]
    public void Value_OfDeltas_IsTheirTotal() => Assert.Equal(60, Series(MetricKind.Counter, true, 10, 20, 30).Value);

    private static MetricSeries Series(MetricKind kind, bool delta, params double[] values)
    {
        var store = new MetricStore();
        store.Add(values.Select((value, index) =>
            new MetricReading("api", "", "n", "", "", kind, delta, At.AddSeconds(10 * index), value, null, [])));
        return Assert.Single(store.Get("api", "n")!.Series);
    }
}
