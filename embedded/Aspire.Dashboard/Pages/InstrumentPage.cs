using Aspire.Dashboard.Embedded.Live;
using Aspire.Dashboard.Embedded.Telemetry;

namespace Aspire.Dashboard.Embedded.Pages;

/// <summary>One instrument with each of its series, and for a distribution its buckets.</summary>
internal static class InstrumentPage
{
    public static Page Build(DashboardData data, PageQuery query)
    {
        var (service, name) = (query.Resource, query.Get("name"));
        return data.Metrics.Get(service, name) is { } instrument
            ? new Page(instrument.Name, "Metrics", Html.None, Body(data, instrument), LiveTopic.Metrics)
            : new Page("Instrument", "Metrics", Html.None, Parts.Empty("No such instrument",
                "It has not been exported yet."), LiveTopic.Metrics) { Status = 404 };
    }

    private static Html Body(DashboardData data, Instrument instrument) => Html.Of($"""
        <dl class="facts">
        <div><dt>Resource</dt><dd>{Parts.Service(data, instrument.Service)}</dd></div>
        <div><dt>Meter</dt><dd>{instrument.Scope}</dd></div>
        <div><dt>Kind</dt><dd>{MetricValues.Word(instrument.Kind)}</dd></div>
        <div><dt>Unit</dt><dd>{(instrument.Unit == "" ? "–" : instrument.Unit)}</dd></div>
        <div><dt>Last</dt><dd>{Parts.Time(data, instrument.Series.Max(series => series.Points[^1].At))}</dd></div>
        </dl>
        {Html.When(instrument.Description != "", () => Html.Of($"<p>{instrument.Description}</p>"))}
        {(MetricValues.Together(instrument) is { Bounds.Count: > 0 } together ? Buckets(together, instrument.Unit) : Html.None)}
        {Series(instrument)}
        {Html.When(instrument.SeriesDropped, () => Html.Of($"""<p class="quiet foot">It has more series than are kept.</p>"""))}
        """);

    private static Html Series(Instrument instrument)
    {
        var distribution = instrument.Kind is MetricKind.Histogram;
        var heads = distribution ? new[] { "Mean", "p50", "p95", "p99", "Max" } : ["Rate"];
        return Html.Of($"""
            <div class="scroll"><table class="rows">
            <thead><tr><th>Attributes</th><th class="num">Now</th>{heads.Select(head => Html.Of($"""<th class="num">{head}</th>"""))}<th class="w-spark">{MetricValues.Trend(instrument.Kind)}</th></tr></thead>
            <tbody>{instrument.Series.Select(series => Row(instrument, series))}</tbody>
            </table></div>
            """);
    }

    private static Html Row(Instrument instrument, MetricSeries series)
    {
        var trend = MetricTrend.Of(instrument.Kind, series);
        var numbers = series.Histogram is { } histogram
            ? new[]
            {
                Show.Value(histogram.Mean, instrument.Unit),
                MetricValues.Percentile(histogram, 0.5, instrument.Unit),
                MetricValues.Percentile(histogram, 0.95, instrument.Unit),
                MetricValues.Percentile(histogram, 0.99, instrument.Unit),
                histogram.Max is { } max ? Show.Value(max, instrument.Unit) : "–",
            }
            : [MetricValues.Rate(instrument, trend)];
        return Html.Of($"""
            <tr>
            <td class="tags">{Tags(series)}</td>
            <td class="num">{MetricValues.Now(instrument, series)}</td>
            {numbers.Select(number => Html.Of($"""<td class="num">{number}</td>"""))}
            <td>{Sparkline.Render(trend, MetricValues.Trend(instrument.Kind))}</td>
            </tr>
            """);
    }

    private static Html Tags(MetricSeries series) => series.Attributes.Count == 0
        ? Html.Of($"""<span class="quiet">none</span>""")
        : Html.Join(series.Attributes.Select(tag => Html.Of($"""<span class="tag"><span class="quiet">{tag.Key}</span> {tag.Value}</span>""")));

    private static Html Buckets(HistogramValue histogram, string unit)
    {
        var most = Math.Max(1, histogram.Counts.Max());
        // Empty buckets at either end say nothing and would squeeze the others.
        var first = Math.Max(0, histogram.Counts.ToList().FindIndex(count => count > 0));
        var last = Math.Max(first, histogram.Counts.ToList().FindLastIndex(count => count > 0));
        return Html.Of($"""
            <table class="buckets"><caption>All series together</caption><tbody>
            {Enumerable.Range(first, last - first + 1).Select(index => Html.Of($"""
                <tr><th scope="row">{Limit(histogram, index, unit)}</th><td>{Bar.Part((double)histogram.Counts[index] / most)}</td><td class="num">{Show.Count(histogram.Counts[index])}</td></tr>
                """))}
            </tbody></table>
            """);
    }

    private static string Limit(HistogramValue histogram, int index, string unit) => index < histogram.Bounds.Count
        ? $"≤ {Show.Value(histogram.Bounds[index], unit)}"
        : $"> {Show.Value(histogram.Bounds[^1], unit)}";
}
