namespace Aspire.Dashboard.Embedded.Telemetry;

/// <summary>A point of a series: a level or running total, for a distribution with the running count.</summary>
public readonly record struct MetricPoint(DateTimeOffset At, double Value, long Count);

/// <summary>One instrument with one set of attributes: its latest value and the last 120 points.</summary>
public sealed record MetricSeries(
    IReadOnlyList<TelemetryAttribute> Attributes,
    IReadOnlyList<MetricPoint> Points,
    HistogramValue? Histogram)
{
    /// <summary>The latest value. For a distribution, the sum of all values.</summary>
    public double Value => Points[^1].Value;
}

/// <summary>An instrument of one service with its series.</summary>
public sealed record Instrument(
    string Service,
    string Scope,
    string Name,
    string Description,
    string Unit,
    MetricKind Kind,
    IReadOnlyList<MetricSeries> Series,
    bool SeriesDropped);
