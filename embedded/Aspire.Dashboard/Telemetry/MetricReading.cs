namespace Aspire.Dashboard.Embedded.Telemetry;

/// <summary>One data point as it was received.</summary>
public sealed record MetricReading(
    string Service,
    string Scope,
    string Name,
    string Description,
    string Unit,
    MetricKind Kind,
    bool IsDelta,
    DateTimeOffset At,
    double Value,
    HistogramValue? Histogram,
    IReadOnlyList<TelemetryAttribute> Attributes);

/// <summary>What an instrument measures: a level, a growing total, a total that may shrink, or a distribution.</summary>
public enum MetricKind { Gauge, Counter, UpDownCounter, Histogram }
