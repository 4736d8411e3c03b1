using Aspire.Dashboard.Embedded.Telemetry;

namespace Aspire.Dashboard.Embedded.Pages;

/// <summary>One log entry in full.</summary>
internal static class LogPanel
{
    public static Html Render(DashboardData data, LogRecord record, string back) => Html.Of($"""
        <aside class="panel" id="panel" aria-label="Log entry" data-key="log-{record.Number}">
        {Parts.Close(back)}
        <h2>{Level(record.Severity)}</h2>
        <p class="message">{record.Message}</p>
        <table class="pairs"><tbody>
        {Parts.Pair("Time", Html.Of($"{Show.FullTime(record.At, data.Clock)}"))}
        {Parts.Pair("Resource", Parts.Service(data, record.Service))}
        {Parts.Pair("Category", Parts.Text(record.Scope))}
        {Html.When(record.EventName != "", () => Parts.Pair("Event", Parts.Text(record.EventName)))}
        {Html.When(record.TraceId != "", () => Parts.Pair("Trace", Trace(record)))}
        </tbody></table>
        <h3>Attributes</h3>
        {Parts.Attributes(record.Attributes)}
        </aside>
        """);

    public static Html Level(LogSeverity severity) => severity switch
    {
        LogSeverity.Critical or LogSeverity.Error => Parts.Tone("bad", severity.ToString()),
        LogSeverity.Warning => Parts.Tone("warn", "Warning"),
        LogSeverity.Information => Parts.Tone("info", "Information"),
        LogSeverity.Debug or LogSeverity.Trace => Parts.Tone("done", severity.ToString()),
        _ => Parts.Tone("done", "–"),
    };

    private static Html Trace(LogRecord record) => Html.Of($"""
        <a class="mono" href="{Links.Trace(record.TraceId, record.SpanId)}">{record.TraceId}</a><br>
        <a href="{Links.Logs(trace: record.TraceId)}">All logs of this trace</a>
        """);
}
