using Aspire.Dashboard.Embedded.Live;
using Aspire.Dashboard.Embedded.Telemetry;

namespace Aspire.Dashboard.Embedded.Pages;

/// <summary>The latest requests and jobs, each with the services it passed and how long it took.</summary>
internal static class TracesPage
{
    private const int RowsMax = 200;

    public static Page Build(DashboardData data, PageQuery query)
    {
        var traces = data.Traces.Find(query.Traces, RowsMax);
        return new Page("Traces", "Traces", Filters(data, query), Body(data, query, traces), LiveTopic.Traces);
    }

    private static Html Filters(DashboardData data, PageQuery query) => Html.Of($"""
        <form class="filters">
        {Parts.ResourceSelect(data.Traces.Services(), query.Resource)}
        <label><span>Status</span><select name="status"><option value="">All</option>{Parts.Option("failed", "Failed", query.FailedOnly ? "failed" : "")}</select></label>
        <label><span>At least, ms</span><input name="min" type="number" min="0" max="86400000" class="short" value="{(query.AtLeastMs > 0 ? $"{query.AtLeastMs}" : "")}"></label>
        {Parts.TextFilter(query.Text, "Span name or attribute, e.g. a correlation id or SQL")}
        <label class="check"><input type="checkbox" name="probes" value="1"{Html.When(query.HealthProbes, () => Html.Of($" checked"))}><span>Health probes</span></label>
        <button>Show</button>
        </form>
        """);

    private static Html Body(DashboardData data, PageQuery query, IReadOnlyList<Trace> traces)
    {
        if (traces.Count == 0)
        {
            return query.Traces.IsEmpty
                ? Parts.Empty("No trace yet", "Call the API or open the portal: each request appears here.")
                : Parts.Empty("No trace matches", "Loosen the filter.");
        }
        var longest = traces.Max(trace => trace.Duration);
        return Html.Of($"""
            {Table(data, traces, longest)}
            <p class="quiet foot">{(traces.Count == RowsMax ? $"The latest {RowsMax} that match. Filter to see older ones." : $"{Show.Count(traces.Count)} shown.")}</p>
            """);
    }

    public static Html Table(DashboardData data, IReadOnlyList<Trace> traces, TimeSpan longest) => Html.Of($"""
        <div class="scroll"><table class="rows fixed traces">
        <thead><tr><th class="w-time">Start</th><th>Name</th><th class="w-services">Resources</th><th class="num w-count">Spans</th><th class="w-level">Status</th><th class="num w-duration">Duration</th><th class="w-bar"><span class="hidden">Compared</span></th></tr></thead>
        <tbody>{traces.Select(trace => Row(data, trace, longest))}</tbody>
        </table></div>
        """);

    private static Html Row(DashboardData data, Trace trace, TimeSpan longest) => Html.Of($"""
        <tr data-key="{trace.TraceId}">
        <td class="mono">{Parts.Time(data, trace.Start)}</td>
        <td class="cut"><a class="row" href="{Links.Trace(trace.TraceId)}">{trace.Root.Name}</a> <span class="quiet mono">{trace.TraceId[..8]}</span></td>
        <td class="cut">{trace.Services.Select(service => Parts.Service(data, service))}</td>
        <td class="num">{Show.Count(trace.Spans.Count)}</td>
        <td>{Status(trace)}</td>
        <td class="num">{Show.Duration(trace.Duration)}</td>
        <td>{Bar.Render(TimeSpan.Zero, trace.Duration, longest, trace.Errors > 0 ? "failed" : "plain")}</td>
        </tr>
        """);

    private static Html Status(Trace trace) => trace.Errors == 0
        ? Parts.Tone("good", "OK")
        : Parts.Tone("bad", trace.Errors == 1 ? "1 failed" : $"{trace.Errors} failed");
}
