namespace Aspire.Dashboard.Embedded.Telemetry;

/// <summary>
/// Which logs to show; an empty part does not filter. The words are looked for in the message, the category and every
/// attribute (and so find correlation ids); a trace id must be equal.
/// </summary>
public sealed class LogFilter(
    string service = "", LogSeverity atLeast = LogSeverity.Unspecified, string text = "", string traceId = "")
{
    private readonly TextQuery _query = new(text);

    /// <summary>Whether every record is shown.</summary>
    public bool IsEmpty => service == "" && atLeast == LogSeverity.Unspecified && _query.Text == "" && traceId == "";

    /// <summary>Whether the record is to be shown.</summary>
    public bool Matches(LogRecord record) =>
        (service == "" || record.Service == service)
        && record.Severity >= atLeast
        && (traceId == "" || record.TraceId == traceId)
        && _query.Matches(Texts(record));

    private static IEnumerable<string> Texts(LogRecord record) =>
        [record.Message, record.Scope, record.EventName, record.TraceId, .. record.Attributes.Select(attribute => attribute.Value)];
}
