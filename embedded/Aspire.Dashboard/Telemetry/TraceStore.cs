namespace Aspire.Dashboard.Embedded.Telemetry;

/// <summary>
/// The newest spans: at most 40,000 and about 48 million characters over all traces, 2,000 of one trace. Thread-safe.
/// </summary>
public sealed class TraceStore
{
    internal const int SpansMax = 40_000;
    internal const int SpansPerTraceMax = 2_000;
    private const long CharactersMax = 48_000_000;

    private readonly Lock _gate = new();
    private readonly RingBuffer<SpanRecord> _spans = new(SpansMax, CharactersMax, Weigh);
    private readonly Dictionary<string, List<SpanRecord>> _traces = new(StringComparer.Ordinal);

    /// <summary>Keeps the spans. Those beyond a trace's limit are dropped, so that a runaway loop leaves the others be.</summary>
    public void Add(IEnumerable<SpanRecord> spans)
    {
        lock (_gate)
        {
            foreach (var span in spans) Add(span);
        }
    }

    /// <summary>The kept traces that match, the latest started first, at most <paramref name="limit"/>.</summary>
    public IReadOnlyList<Trace> Find(TraceFilter filter, int limit) =>
        [.. NewestFirst().Where(filter.Matches).Take(limit)];

    /// <summary>The trace of that id, or null when none of its spans is kept.</summary>
    public Trace? Get(string traceId)
    {
        lock (_gate) return _traces.TryGetValue(traceId, out var spans) ? Trace(traceId, spans) : null;
    }

    /// <summary>The services that reported, by name.</summary>
    public IReadOnlyList<string> Services()
    {
        lock (_gate) return [.. _spans.Items.Select(span => span.Service).Distinct().Order()];
    }

    private void Add(SpanRecord span)
    {
        if (!_traces.TryGetValue(span.TraceId, out var spans)) _traces[span.TraceId] = spans = [];
        if (spans.Count >= SpansPerTraceMax) return;
        spans.Add(span);
        foreach (var gone in _spans.Add(span)) Forget(gone);
    }

    private void Forget(SpanRecord gone)
    {
        var spans = _traces[gone.TraceId];
        spans.RemoveAt(0); // Both keep the order of arrival, so what leaves the ring is its trace's first.
        if (spans.Count == 0) _traces.Remove(gone.TraceId);
    }

    // Copied under the lock and sorted outside it: the services that report must not wait for a page. The traces are
    // built one by one, as a page rarely needs more than the first few.
    private IEnumerable<Trace> NewestFirst()
    {
        SpanRecord[][] traces;
        lock (_gate) traces = [.. _traces.Values.Select(spans => spans.ToArray())];
        return traces.OrderByDescending(spans => spans.Min(span => span.Start)).Select(spans => Trace(spans[0].TraceId, spans));
    }

    private static Trace Trace(string traceId, IEnumerable<SpanRecord> spans) =>
        new(traceId, [.. spans.OrderBy(span => span.Start).ThenByDescending(span => span.Duration)]);

    private static int Weigh(SpanRecord span) => 300 + span.Name.Length + span.StatusMessage.Length
        + Weigh(span.Attributes) + span.Events.Sum(happened => happened.Name.Length + Weigh(happened.Attributes));

    private static int Weigh(IReadOnlyList<TelemetryAttribute> attributes) =>
        attributes.Sum(attribute => attribute.Key.Length + attribute.Value.Length);
}
