using Aspire.Dashboard.Embedded.Telemetry;

namespace Aspire.Dashboard.Embedded.Pages;

/// <summary>One span in full, with its logs.</summary>
internal static class SpanPanel
{
    public static Html Render(DashboardData data, Trace trace, SpanRecord span, IReadOnlyList<LogRecord> logs) => Html.Of($"""
        <aside class="panel" id="panel" aria-label="Span" data-key="span-{span.SpanId}">
        {Parts.Close(Links.Trace(trace.TraceId))}
        <h2>{span.Name}</h2>
        {Html.When(span.Status is SpanStatus.Error, () => Html.Of($"""<p class="message bad-text">{(span.StatusMessage == "" ? "Failed" : span.StatusMessage)}</p>"""))}
        {Sql(span)}
        <table class="pairs"><tbody>
        {Parts.Pair("Resource", Parts.Service(data, span.Service))}
        {Parts.Pair("Kind", Html.Of($"{span.Kind.ToString()}"))}
        {Parts.Pair("Source", Parts.Text(span.Scope))}
        {Parts.Pair("Starts after", Html.Of($"{Show.Duration(span.Start - trace.Start)}"))}
        {Parts.Pair("Duration", Html.Of($"{Show.Duration(span.Duration)}"))}
        {Parts.Pair("Span", Html.Of($"""<span class="mono">{span.SpanId}</span>"""))}
        {span.LinkedTraceIds.Where(id => id != "").Select(id => Parts.Pair("Linked trace", Html.Of($"""<a class="mono" href="{Links.Trace(id)}">{id}</a>""")))}
        </tbody></table>
        <h3>Attributes</h3>
        {Parts.Attributes([.. span.Attributes.Where(attribute => !SpanLabel.SqlKeys.Contains(attribute.Key))])}
        {Html.When(span.Events.Count > 0, () => Html.Of($"""<h3>Events</h3>{span.Events.Select(happened => Event(span, happened))}"""))}
        {Logs(data, span, logs)}
        </aside>
        """);

    private static Html Sql(SpanRecord span) => SpanLabel.Sql(span) is { } statement
        ? Html.Of($"""<pre class="sql">{statement}</pre>""")
        : Html.None;

    private static Html Event(SpanRecord span, SpanEvent happened) => Html.Of($"""
        <h4>{happened.Name} <span class="quiet">after {Show.Duration(happened.At - span.Start)}</span></h4>
        {Parts.Attributes(happened.Attributes.ToList())}
        """);

    private static Html Logs(DashboardData data, SpanRecord span, IReadOnlyList<LogRecord> logs)
    {
        var own = logs.Where(log => log.SpanId == span.SpanId).Reverse().Take(50).ToList();
        return Html.When(own.Count > 0, () => Html.Of($"""
            <h3>Logs</h3><ul class="log-list">{own.Select(log => Log(data, log))}</ul>
            """));
    }

    private static Html Log(DashboardData data, LogRecord log) => Html.Of($"""
        <li>{Parts.Time(data, log.At)} {LogPanel.Level(log.Severity)}<br><a href="{Links.Logs(trace: log.TraceId, open: log.Number)}">{log.Message}</a></li>
        """);
}
