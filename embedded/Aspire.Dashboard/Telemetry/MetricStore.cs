namespace Aspire.Dashboard.Embedded.Telemetry;

/// <summary>
/// The instruments of all services: at most 1,000 instruments and 5,000 series, 100 series of one instrument, the last
/// 120 points of each. What comes beyond is not kept. Thread-safe.
/// </summary>
public sealed class MetricStore
{
    internal const int InstrumentsMax = 1_000;
    internal const int SeriesMax = 5_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Service, string Scope, string Name), InstrumentRecorder> _instruments = [];
    private int _series;

    /// <summary>Adds the readings to their series.</summary>
    public void Add(IEnumerable<MetricReading> readings)
    {
        lock (_gate)
        {
            foreach (var reading in readings) Add(reading);
        }
    }

    /// <summary>The instruments of a service, or of all (empty), by service and name.</summary>
    public IReadOnlyList<Instrument> List(string service = "")
    {
        lock (_gate)
        {
            return [.. _instruments
                .Where(entry => service == "" || entry.Key.Service == service)
                .OrderBy(entry => entry.Key)
                .Select(entry => entry.Value.Snapshot())
                .Where(instrument => instrument.Series.Count > 0)];
        }
    }

    /// <summary>The instrument of that service and name, or null.</summary>
    public Instrument? Get(string service, string name) =>
        List(service).FirstOrDefault(instrument => instrument.Name == name);

    /// <summary>The services that reported, by name.</summary>
    public IReadOnlyList<string> Services()
    {
        lock (_gate) return [.. _instruments.Keys.Select(key => key.Service).Distinct().Order()];
    }

    private void Add(MetricReading reading)
    {
        var key = (reading.Service, reading.Scope, reading.Name);
        if (!_instruments.TryGetValue(key, out var instrument))
        {
            if (_instruments.Count >= InstrumentsMax) return;
            _instruments[key] = instrument = new InstrumentRecorder(reading);
        }
        var before = instrument.SeriesCount;
        instrument.Add(reading, roomForSeries: _series < SeriesMax);
        _series += instrument.SeriesCount - before;
    }
}
