using Aspire.Dashboard.Embedded.Live;
using Aspire.Dashboard.Embedded.Telemetry;

namespace Aspire.Dashboard.Embedded.Pages;

/// <summary>Everything that carries an id: the trace of that id, or traces and logs with it as an attribute or in a message.</summary>
internal static class FindPage
{
    private const int RowsMax = 50;

    /// <summary>The page, or the address of the only trace that carries the id.</summary>
    public static (Page? Page, string? Address) Build(DashboardData data, string id)
    {
        var wanted = id.Trim();
        if (wanted == "") return (null, "/traces");
        if (data.Traces.Get(wanted.ToLowerInvariant()) is { } exact) return (null, Links.Trace(exact.TraceId));

        var logs = data.Logs.Find(new LogFilter(text: wanted), RowsMax);
        var ofLogs = logs.Select(log => log.TraceId).Where(trace => trace != "").Distinct();
        var traces = data.Traces.Find(new TraceFilter(text: wanted), RowsMax)
            .UnionBy(ofLogs.Select(data.Traces.Get).OfType<Trace>(), trace => trace.TraceId)
            .OrderByDescending(trace => trace.Start).Take(RowsMax).ToList();

        return traces.Count == 1
            ? (null, Links.Trace(traces[0].TraceId))
            : (new Page($"“{wanted}”", "Traces", Html.None, Body(data, wanted, traces, logs.Count), LiveTopic.Traces, LiveTopic.Logs), null);
    }

    private static Html Body(DashboardData data, string wanted, IReadOnlyList<Trace> traces, int logs)
    {
        if (traces.Count == 0 && logs == 0)
        {
            return Parts.Empty("Nothing carries this id", "It may not have arrived yet, or newer data has taken its place.");
        }
        return Html.Of($"""
            <p><a href="{Links.Logs(text: wanted)}">{(logs == RowsMax ? $"{RowsMax} or more" : Show.Count(logs))} logs with it</a></p>
            {Html.When(traces.Count > 0, () => TracesPage.Table(data, traces, traces.Max(trace => trace.Duration)))}
            """);
    }
}
