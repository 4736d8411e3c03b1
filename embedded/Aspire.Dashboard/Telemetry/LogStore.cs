namespace Aspire.Dashboard.Embedded.Telemetry;

/// <summary>The newest structured logs: at most 10,000 and about 32 million characters. Thread-safe.</summary>
public sealed class LogStore
{
    internal const int RecordsMax = 10_000;
    private const long CharactersMax = 32_000_000;

    private readonly Lock _gate = new();
    private readonly RingBuffer<LogRecord> _records = new(RecordsMax, CharactersMax, Weigh);
    private long _received;

    /// <summary>Numbers the records in the order given and keeps them.</summary>
    public void Add(IEnumerable<LogRecord> records)
    {
        lock (_gate)
        {
            foreach (var record in records) _records.Add(record with { Number = ++_received });
        }
    }

    /// <summary>The kept records that match, newest first, at most <paramref name="limit"/>.</summary>
    public IReadOnlyList<LogRecord> Find(LogFilter filter, int limit) => [.. All()
        .Where(filter.Matches)
        // Each service sends its batch when it likes, so the order of arrival is not that of time.
        .OrderByDescending(record => record.At).ThenByDescending(record => record.Number)
        .Take(limit)];

    /// <summary>The record of that number, or null when it was never kept or has left.</summary>
    public LogRecord? Get(long number) => Array.Find(All(), record => record.Number == number);

    /// <summary>How many errors each service reported among the kept records.</summary>
    public IReadOnlyDictionary<string, int> ErrorsByService() => All()
        .Where(record => record.Severity >= LogSeverity.Error)
        .GroupBy(record => record.Service)
        .ToDictionary(errors => errors.Key, errors => errors.Count());

    /// <summary>The services that reported, by name.</summary>
    public IReadOnlyList<string> Services() => [.. All().Select(record => record.Service).Distinct().Order()];

    // Copied, so that a page filters without holding up the services that report.
    private LogRecord[] All()
    {
        lock (_gate) return [.. _records.Items];
    }

    private static int Weigh(LogRecord record) =>
        200 + record.Message.Length + record.Attributes.Sum(attribute => attribute.Key.Length + attribute.Value.Length);
}
