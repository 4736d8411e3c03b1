using Aspire.Dashboard.Embedded.Telemetry;

namespace Aspire.Dashboard.Embedded.Pages;

/// <summary>Pieces that several pages show alike.</summary>
internal static class Parts
{
    public static Html Empty(string title, string next) => Html.Of($"""
        <div class="empty"><p class="empty-title">{title}</p><p>{next}</p></div>
        """);

    public static Html Service(DashboardData data, string service) =>
        Html.Of($"""<span class="service"><i class="dot {data.Colours.Of(service)}"></i>{service}</span>""");

    public static Html Time(DashboardData data, DateTimeOffset at) => Html.Of($"""
        <time datetime="{at.ToString("O")}" title="{Show.FullTime(at, data.Clock)}">{Show.Time(at, data.Clock)}</time>
        """);

    public static Html Tone(string tone, string word) => Html.Of($"""<span class="state {tone}"><i></i>{word}</span>""");

    public static Html Attributes(IReadOnlyCollection<TelemetryAttribute> attributes) => attributes.Count == 0
        ? Html.Of($"""<p class="quiet">No attributes.</p>""")
        : Html.Of($"""
            <table class="pairs"><tbody>{attributes.Select(attribute => Pair(attribute.Key, Text(attribute.Value)))}</tbody></table>
            """);

    public static Html Pair(string name, Html value) =>
        Html.Of($"""<tr><th scope="row">{name}</th><td>{value}</td></tr>""");

    public static Html Text(string text) => text.Contains('\n', StringComparison.Ordinal)
        ? Html.Of($"""<pre>{text}</pre>""")
        : Html.Of($"{text}");

    /// <summary>The way back from a panel at the side; Escape follows it.</summary>
    public static Html Close(string href) =>
        Html.Of($"""<a class="close" href="{href}" aria-label="Close" title="Close (Esc)">✕</a>""");

    public static Html ResourceSelect(IEnumerable<string> resources, string chosen) => Html.Of($"""
        <label><span>Resource</span><select name="resource"><option value="">All</option>{resources.Select(name => Option(name, name, chosen))}</select></label>
        """);

    public static Html Option(string value, string word, string chosen) => value == chosen
        ? Html.Of($"""<option value="{value}" selected>{word}</option>""")
        : Html.Of($"""<option value="{value}">{word}</option>""");

    public static Html TextFilter(string text, string placeholder) => Html.Of($"""
        <label class="grow"><span>Text</span><input name="q" type="search" value="{text}" placeholder="{placeholder}" autocomplete="off" spellcheck="false" data-filter title="Words must all occur; -word must not. Press / to come here."></label>
        """);
}
