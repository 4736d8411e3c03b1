using Aspire.Dashboard.Embedded.Live;
using Aspire.Dashboard.Embedded.Telemetry;

namespace Aspire.Dashboard.Embedded.Pages;

/// <summary>Structured logs, newest first, with one of them opened at the side.</summary>
internal static class LogsPage
{
    private const int RowsMax = 200;

    public static Page Build(DashboardData data, PageQuery query)
    {
        var records = data.Logs.Find(query.Logs, RowsMax);
        return new Page("Structured logs", "Structured logs", Filters(data, query), Body(data, query, records), LiveTopic.Logs);
    }

    private static Html Filters(DashboardData data, PageQuery query) => Html.Of($"""
        <form class="filters">
        {Parts.ResourceSelect(data.Logs.Services(), query.Resource)}
        <label><span>Level</span><select name="level"><option value="">All</option>{Levels.Select(level => Parts.Option(level, $"{level} and above", query.Level))}</select></label>
        {Parts.TextFilter(query.Text, "Message, category or attribute, e.g. a correlation id")}
        {Html.When(query.Trace != "", () => Html.Of($"""<input type="hidden" name="trace" value="{query.Trace}">"""))}
        <button>Show</button>
        {Html.When(query.Trace != "", () => Html.Of($"""<a class="chip" href="{Links.Logs(query.Resource, query.Level, query.Text)}" title="Show the logs of all traces">Trace {query.Trace[..Math.Min(8, query.Trace.Length)]} ✕</a>"""))}
        </form>
        """);

    private static readonly string[] Levels = ["Debug", "Information", "Warning", "Error", "Critical"];

    private static Html Body(DashboardData data, PageQuery query, IReadOnlyList<LogRecord> records)
    {
        var open = query.Open > 0 ? data.Logs.Get(query.Open) : null;
        var list = records.Count == 0
            ? query.Logs.IsEmpty
                ? Parts.Empty("No log yet", "Services send their logs here over OTLP as soon as they run.")
                : Parts.Empty("No log matches", "Loosen the filter, or look at the console: not everything is logged.")
            : Table(data, query, records);
        return open is null
            ? list
            : Html.Of($"""<div class="split"><div>{list}</div>{LogPanel.Render(data, open, Address(query, 0))}</div>""");
    }

    private static Html Table(DashboardData data, PageQuery query, IReadOnlyList<LogRecord> records) => Html.Of($"""
        <div class="scroll"><table class="rows fixed logs">
        <thead><tr><th class="w-time">Time</th><th class="w-service">Resource</th><th class="w-level">Level</th><th>Message</th><th class="w-trace">Trace</th></tr></thead>
        <tbody>{records.Select(record => Row(data, query, record))}</tbody>
        </table></div>
        <p class="quiet foot">{(records.Count == RowsMax ? $"The newest {RowsMax} that match. Filter to see older ones." : $"{Show.Count(records.Count)} shown.")}</p>
        """);

    private static Html Row(DashboardData data, PageQuery query, LogRecord record) => Html.Of($"""
        <tr data-key="{record.Number}"{Html.When(record.Number == query.Open, () => Html.Of($" class=\"open\""))}>
        <td class="mono">{Parts.Time(data, record.At)}</td>
        <td>{Parts.Service(data, record.Service)}</td>
        <td>{LogPanel.Level(record.Severity)}</td>
        <td class="cut"><a class="row" href="{Address(query, record.Number)}">{record.Message}</a>{Html.When(record.HasException, () => Html.Of($"""<span class="tag bad-text">exception</span>"""))}</td>
        <td class="mono">{TraceLink(record)}</td>
        </tr>
        """);

    private static Html TraceLink(LogRecord record) => record.TraceId == ""
        ? Html.Of($"""<span class="quiet">–</span>""")
        : Html.Of($"""<a href="{Links.Trace(record.TraceId, record.SpanId)}" aria-label="Trace {record.TraceId}">{record.TraceId[..8]}</a>""");

    private static string Address(PageQuery query, long open) =>
        Links.Logs(query.Resource, query.Level, query.Text, query.Trace, open);
}
