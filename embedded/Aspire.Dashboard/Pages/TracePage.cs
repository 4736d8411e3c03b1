using Aspire.Dashboard.Embedded.Live;
using Aspire.Dashboard.Embedded.Telemetry;

namespace Aspire.Dashboard.Embedded.Pages;

/// <summary>One request through its services as a waterfall, with one span opened at the side.</summary>
internal static class TracePage
{
    private const int IndentMax = 12;

    public static Page Build(DashboardData data, string traceId, PageQuery query)
    {
        if (data.Traces.Get(traceId.ToLowerInvariant()) is not { } trace)
        {
            return new Page("Trace", "Traces", Html.None, Parts.Empty("This trace is not kept",
                "Its spans have not arrived yet, or newer ones have taken their place."), LiveTopic.Traces) { Status = 404 };
        }
        var open = trace.Spans.FirstOrDefault(span => span.SpanId == query.Span);
        return new Page(trace.Root.Name, "Traces", Html.None, Body(data, trace, open), LiveTopic.Traces, LiveTopic.Logs);
    }

    private static Html Body(DashboardData data, Trace trace, SpanRecord? open)
    {
        var logs = data.Logs.Find(new LogFilter(traceId: trace.TraceId), limit: 1_000);
        var waterfall = Waterfall(data, trace, open, logs);
        return Html.Of($"""
            {Facts(data, trace, logs)}
            {(open is null ? waterfall : Html.Of($"""<div class="split"><div>{waterfall}</div>{SpanPanel.Render(data, trace, open, logs)}</div>"""))}
            """);
    }

    private static Html Facts(DashboardData data, Trace trace, IReadOnlyList<LogRecord> logs) => Html.Of($"""
        <dl class="facts">
        <div><dt>Trace</dt><dd class="mono">{trace.TraceId}</dd></div>
        <div><dt>Start</dt><dd>{Parts.Time(data, trace.Start)}</dd></div>
        <div><dt>Duration</dt><dd>{Show.Duration(trace.Duration)}</dd></div>
        <div><dt>Spans</dt><dd>{Show.Count(trace.Spans.Count)}</dd></div>
        <div><dt>Failed</dt><dd>{Show.Count(trace.Errors)}</dd></div>
        <div><dt>Logs</dt><dd>{(logs.Count == 0 ? Html.Of($"none") : Html.Of($"""<a href="{Links.Logs(trace: trace.TraceId)}">{Show.Count(logs.Count)}</a>"""))}</dd></div>
        <div><dt>Resources</dt><dd>{trace.Services.Select(service => Parts.Service(data, service))}</dd></div>
        </dl>
        """);

    private static Html Waterfall(DashboardData data, Trace trace, SpanRecord? open, IReadOnlyList<LogRecord> logs)
    {
        var logged = logs.Where(log => log.SpanId != "").CountBy(log => log.SpanId).ToDictionary();
        return Html.Of($"""
            <div class="scroll"><table class="rows fixed waterfall">
            <thead><tr><th class="w-span">Span</th><th class="num w-count">Logs</th><th class="num w-duration">Duration</th><th>{Axis(trace.Duration)}</th></tr></thead>
            <tbody>{TraceTree.Order(trace).Select(step => Row(data, trace, step, open, logged.GetValueOrDefault(step.Span.SpanId)))}</tbody>
            </table></div>
            """);
    }

    private static Html Axis(TimeSpan whole) => Html.Of($"""
        <span class="axis"><span>0</span><span>{Show.Duration(whole / 2)}</span><span>{Show.Duration(whole)}</span></span>
        """);

    private static Html Layer(SpanRecord span) => SpanLabel.Layer(span) is { } layer
        ? Html.Of($"""<span class="tag quiet">{layer}</span>""")
        : Html.None;

    private static Html Row(DashboardData data, Trace trace, TraceStep step, SpanRecord? open, int logs)
    {
        var span = step.Span;
        return Html.Of($"""
            <tr data-key="{span.SpanId}" class="{(span == open ? "open" : "")}">
            <td class="cut"><span class="in{Math.Min(step.Depth, IndentMax)}"><i class="dot {data.Colours.Of(span.Service)}"></i><a class="row" href="{Links.Trace(trace.TraceId, span.SpanId)}" title="{span.Service}: {span.Name}">{SpanLabel.Of(span)}</a>{Layer(span)}{Html.When(span.Status is SpanStatus.Error, () => Html.Of($"""<span class="tag bad-text">failed</span>"""))}</span></td>
            <td class="num">{(logs == 0 ? Html.None : Html.Of($"{logs}"))}</td>
            <td class="num">{Show.Duration(span.Duration)}</td>
            <td>{Bar.Render(span.Start - trace.Start, span.Duration, trace.Duration, span.Status is SpanStatus.Error ? "failed" : data.Colours.Of(span.Service))}</td>
            </tr>
            """);
    }
}
