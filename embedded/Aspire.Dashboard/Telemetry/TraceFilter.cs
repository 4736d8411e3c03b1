namespace Aspire.Dashboard.Embedded.Telemetry;

/// <summary>
/// Which traces to show; an empty part does not filter. The words are looked for in the span names and every attribute
/// (and so find correlation ids) of all spans together.
/// </summary>
public sealed class TraceFilter(
    string service = "", bool failedOnly = false, TimeSpan atLeast = default, string text = "", bool healthProbes = true)
{
    private static readonly string[] ProbePaths = ["/health", "/alive"];

    private readonly TextQuery _query = new(text);

    /// <summary>Whether every trace is shown, health probes aside.</summary>
    public bool IsEmpty => service == "" && !failedOnly && atLeast == TimeSpan.Zero && _query.Text == "";

    /// <summary>Whether the trace is to be shown.</summary>
    public bool Matches(Trace trace) =>
        (service == "" || trace.Spans.Any(span => span.Service == service))
        && (!failedOnly || trace.Errors > 0)
        && (atLeast == TimeSpan.Zero || trace.Duration >= atLeast)
        && (healthProbes || !IsProbe(trace.Root))
        && _query.Matches(Texts(trace));

    // A probe comes every few seconds to every service and would push people's own requests off the page.
    private static bool IsProbe(SpanRecord root) => ProbePaths.Any(path =>
        root.Attribute("url.path") == path || root.Name.EndsWith(path, StringComparison.Ordinal)
        || root.Attribute("url.full")?.EndsWith(path, StringComparison.Ordinal) == true);

    private static IEnumerable<string> Texts(Trace trace)
    {
        yield return trace.TraceId;
        foreach (var span in trace.Spans)
        {
            yield return span.Name;
            foreach (var attribute in span.Attributes) yield return attribute.Value;
        }
    }
}
