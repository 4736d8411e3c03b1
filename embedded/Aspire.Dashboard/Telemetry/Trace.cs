namespace Aspire.Dashboard.Embedded.Telemetry;

/// <summary>The spans of one trace that arrived so far, in the order they started.</summary>
public sealed record Trace(string TraceId, IReadOnlyList<SpanRecord> Spans)
{
    /// <summary>The span that no kept span is parent of, or the earliest.</summary>
    public SpanRecord Root => Spans.FirstOrDefault(span => span.ParentSpanId == "") ?? Spans[0];

    /// <summary>When its first span started.</summary>
    public DateTimeOffset Start => Spans[0].Start;

    /// <summary>From the first start to the last end.</summary>
    public TimeSpan Duration => Spans.Max(span => span.End) - Start;

    /// <summary>How many of its spans failed.</summary>
    public int Errors => Spans.Count(span => span.Status is SpanStatus.Error);

    /// <summary>The services it passed, in the order it reached them.</summary>
    public IEnumerable<string> Services => Spans.Select(span => span.Service).Distinct();
}
