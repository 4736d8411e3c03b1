using Aspire.Dashboard.Embedded.Telemetry;

namespace Aspire.Dashboard.Embedded.Pages;

/// <summary>The numbers of instruments and series as cells.</summary>
internal static class MetricValues
{
    /// <summary>The newest total or level over all series.</summary>
    public static string Now(Instrument instrument) => instrument.Kind is MetricKind.Histogram
        ? Count(Together(instrument))
        : Show.Value(instrument.Series.Sum(series => series.Value), instrument.Unit);

    public static string Now(Instrument instrument, MetricSeries series) => series.Histogram is { } histogram
        ? Count(histogram)
        : Show.Value(series.Value, instrument.Unit);

    /// <summary>How fast a counter grew in its last interval.</summary>
    public static string Rate(Instrument instrument, IReadOnlyList<double> trend) =>
        instrument.Kind is MetricKind.Counter && trend.Count > 0 ? $"{PerSecond(trend[^1], instrument.Unit)}/s" : "";

    public static HistogramValue? Together(Instrument instrument) => instrument.Series
        .Select(series => series.Histogram).OfType<HistogramValue>()
        .Aggregate(default(HistogramValue), (all, one) => all is null ? one : all.Plus(one));

    public static string Percentile(HistogramValue? histogram, double part, string unit) =>
        histogram?.Percentile(part) is { } value ? Show.Value(value, unit) : "–";

    public static string Trend(MetricKind kind) => kind switch
    {
        MetricKind.Counter => "Increase per second",
        MetricKind.Histogram => "Mean per interval",
        MetricKind.Gauge or MetricKind.UpDownCounter => "Level",
    };

    public static string Word(MetricKind kind) => kind switch
    {
        MetricKind.Gauge => "Gauge",
        MetricKind.Counter => "Counter",
        MetricKind.UpDownCounter => "Up-down",
        MetricKind.Histogram => "Histogram",
    };

    // CPU time grows by seconds per second; a duration "per second" would read oddly.
    private static string PerSecond(double rate, string unit) => unit is "s" or "ms" ? Show.Number(rate) : Show.Value(rate, unit);

    private static string Count(HistogramValue? histogram) => histogram is null ? "–" : $"{Show.Count(histogram.Count)} values";
}
