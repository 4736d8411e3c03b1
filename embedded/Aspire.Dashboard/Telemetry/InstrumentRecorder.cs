namespace Aspire.Dashboard.Embedded.Telemetry;

/// <summary>Gathers the readings of one instrument. Not thread-safe: the store locks.</summary>
internal sealed class InstrumentRecorder(MetricReading first)
{
    public const int SeriesMax = 100;
    public const int PointsMax = 120;

    private readonly Dictionary<string, Recorded> _series = new(StringComparer.Ordinal);
    private bool _dropped;

    public int SeriesCount => _series.Count;

    public void Add(MetricReading reading, bool roomForSeries)
    {
        var key = string.Join('\n', reading.Attributes.Select(attribute => $"{attribute.Key}={attribute.Value}"));
        if (!_series.TryGetValue(key, out var recorded))
        {
            if (!roomForSeries || _series.Count >= SeriesMax)
            {
                _dropped = true;
                return;
            }
            _series[key] = recorded = new Recorded(reading.Attributes);
        }
        recorded.Add(reading);
    }

    public Instrument Snapshot() => new(
        first.Service, first.Scope, first.Name, first.Description, first.Unit, first.Kind,
        [.. _series.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value.Snapshot())],
        _dropped);

    private sealed class Recorded(IReadOnlyList<TelemetryAttribute> attributes)
    {
        private readonly Queue<MetricPoint> _points = new();
        private MetricPoint _last;
        private HistogramValue? _histogram;

        public void Add(MetricReading reading)
        {
            // Deltas become running totals, so that every series reads alike.
            if (reading.Histogram is { } histogram)
            {
                _histogram = reading.IsDelta && _histogram is { } before ? before.Plus(histogram) : histogram;
                _last = new MetricPoint(reading.At, _histogram.Sum, _histogram.Count);
            }
            else
            {
                _last = new MetricPoint(reading.At, reading.IsDelta ? _last.Value + reading.Value : reading.Value, 0);
            }
            _points.Enqueue(_last);
            if (_points.Count > PointsMax) _points.Dequeue();
        }

        public MetricSeries Snapshot() => new(attributes, [.. _points], _histogram);
    }
}
