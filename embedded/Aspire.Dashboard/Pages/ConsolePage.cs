using Aspire.Dashboard.Embedded.Live;
using Aspire.Dashboard.Embedded.Telemetry;

namespace Aspire.Dashboard.Embedded.Pages;

/// <summary>What one resource writes, followed to the end. The script asks only for the lines after the last it has.</summary>
internal static class ConsolePage
{
    public static Page Build(DashboardData data, PageQuery query)
    {
        var names = data.Board.Snapshots.Select(snapshot => snapshot.Name).ToList();
        var chosen = query.Resource != "" ? query.Resource : names.FirstOrDefault() ?? "";
        return new Page("Console", "Console", Filters(names, chosen, query.Text), Body(data, chosen, query.Text), LiveTopic.Console);
    }

    /// <summary>The lines after a number, for the page to append.</summary>
    public static Html Lines(DashboardData data, string resource, string text, long after)
    {
        var words = new TextQuery(text);
        return Html.Join(data.Board.ReadConsole(resource, after).Where(line => words.Matches([line.Text])).Select(line => Line(data, line)));
    }

    private static Html Filters(IReadOnlyList<string> names, string chosen, string text) => Html.Of($"""
        <form class="filters">
        <label><span>Resource</span><select name="resource">{names.Select(name => Parts.Option(name, name, chosen))}</select></label>
        {Parts.TextFilter(text, "Filter lines")}
        <button>Show</button>
        </form>
        """);

    private static Html Body(DashboardData data, string chosen, string text)
    {
        if (chosen == "") return Parts.Empty("No resource yet", "Its output appears here once the app host has started it.");
        return Html.Of($"""
            <div id="console" class="console" tabindex="0" role="log" aria-label="Console of {chosen}" data-resource="{chosen}" data-q="{text}"
            data-empty="{(text == "" ? $"{chosen} has not written anything yet." : $"No kept line of {chosen} has these words.")}">{Lines(data, chosen, text, 0)}</div>
            """);
    }

    private static Html Line(DashboardData data, ConsoleLine line) => Html.Of($"""
        <div class="line {(line.IsError ? "err" : "out")}" data-n="{line.Number}"><span class="n">{line.Number}</span><span class="t">{Show.Time(line.At, data.Clock)}</span><span class="x">{line.Text}</span></div>
        """);
}
