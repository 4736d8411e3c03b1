using Aspire.Dashboard.Embedded.Live;
using Aspire.Dashboard.Embedded.Telemetry;

namespace Aspire.Dashboard.Embedded.Pages;

/// <summary>The instruments of the services with their current values.</summary>
internal static class MetricsPage
{
    private const int RowsMax = 300;

    public static Page Build(DashboardData data, PageQuery query)
    {
        var words = new TextQuery(query.Text);
        var found = data.Metrics.List(query.Resource)
            .Where(instrument => words.Matches([instrument.Name, instrument.Description, instrument.Scope]))
            .ToList();
        return new Page("Metrics", "Metrics", Filters(data, query), Body(data, query, found), LiveTopic.Metrics);
    }

    private static Html Filters(DashboardData data, PageQuery query) => Html.Of($"""
        <form class="filters">
        {Parts.ResourceSelect(data.Metrics.Services(), query.Resource)}
        {Parts.TextFilter(query.Text, "Instrument or meter")}
        <button>Show</button>
        </form>
        """);

    private static Html Body(DashboardData data, PageQuery query, IReadOnlyList<Instrument> found)
    {
        if (found.Count == 0)
        {
            return query.Text == "" && query.Resource == ""
                ? Parts.Empty("No metric yet", "Services export their metrics here every few seconds once they run.")
                : Parts.Empty("No instrument matches", "Loosen the filter.");
        }
        return Html.Of($"""
            {found.Take(RowsMax).GroupBy(instrument => instrument.Service).Select(group => Group(data, group.Key, [.. group]))}
            {Html.When(found.Count > RowsMax, () => Html.Of($"""<p class="quiet foot">The first {RowsMax} of {Show.Count(found.Count)} instruments. Choose a resource to see the others.</p>"""))}
            """);
    }

    private static Html Group(DashboardData data, string service, IReadOnlyList<Instrument> instruments) => Html.Of($"""
        <section data-key="{service}">
        <h2>{Parts.Service(data, service)}</h2>
        <div class="scroll"><table class="rows fixed metrics">
        <thead><tr><th>Instrument</th><th class="w-kind">Kind</th><th class="num w-value">Now</th><th class="num w-value">Rate</th><th class="num w-duration">p50</th><th class="num w-duration">p95</th><th class="num w-duration">p99</th><th class="w-spark">Trend</th></tr></thead>
        <tbody>{instruments.Select(Row)}</tbody>
        </table></div>
        </section>
        """);

    private static Html Row(Instrument instrument)
    {
        var trend = MetricTrend.Of(instrument);
        var together = MetricValues.Together(instrument);
        return Html.Of($"""
            <tr data-key="{instrument.Scope}/{instrument.Name}">
            <td class="cut"><a class="row" href="{Links.Instrument(instrument.Service, instrument.Name)}" title="{instrument.Description}">{instrument.Name}</a></td>
            <td>{MetricValues.Word(instrument.Kind)}</td>
            <td class="num">{MetricValues.Now(instrument)}</td>
            <td class="num">{MetricValues.Rate(instrument, trend)}</td>
            {Percentiles(together, instrument.Unit)}
            <td>{Sparkline.Render(trend, MetricValues.Trend(instrument.Kind))}</td>
            </tr>
            """);
    }

    private static Html Percentiles(HistogramValue? histogram, string unit) => histogram is null
        ? Html.Of($"<td></td><td></td><td></td>")
        : Html.Join(new[] { 0.5, 0.95, 0.99 }.Select(part =>
            Html.Of($"""<td class="num">{MetricValues.Percentile(histogram, part, unit)}</td>""")));
}
