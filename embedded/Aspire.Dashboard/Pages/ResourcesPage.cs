using Aspire.Dashboard.Embedded.Live;

namespace Aspire.Dashboard.Embedded.Pages;

/// <summary>What runs, how it does, and where to look next.</summary>
internal static class ResourcesPage
{
    public static Page Build(DashboardData data)
    {
        var resources = data.Board.Snapshots;
        return new Page("Resources", "Resources", Html.None, Body(data, resources), LiveTopic.Resources, LiveTopic.Logs);
    }

    private static Html Body(DashboardData data, IReadOnlyList<ResourceSnapshot> resources)
    {
        if (resources.Count == 0) return Parts.Empty("No resource yet", "They appear here as the app host starts them.");
        var errors = data.Logs.ErrorsByService();
        return Html.Of($"""
            <div class="scroll"><table class="rows">
            <thead><tr><th>Name</th><th>Type</th><th>State</th><th>Health</th><th>Endpoints</th>
            <th class="num">Started</th><th class="num">Up</th><th class="num">Restarts</th><th class="num">Process</th><th class="num">Errors</th><th>Look into</th></tr></thead>
            <tbody>{resources.Select(resource => Row(data, resource, errors.GetValueOrDefault(resource.Name)))}</tbody>
            </table></div>
            """);
    }

    private static Html Row(DashboardData data, ResourceSnapshot resource, int errors) => Html.Of($"""
        <tr data-key="{resource.Name}">
        <th scope="row">{resource.Name}{Html.When(!string.IsNullOrEmpty(resource.Detail), () => Html.Of($"""<div class="quiet detail">{resource.Detail}</div>"""))}</th>
        <td>{resource.Type}</td>
        <td>{Parts.Tone(StateTone(resource.State), resource.State)}</td>
        <td>{Health(resource.Health)}</td>
        <td class="urls">{resource.Urls.Select(Url)}</td>
        <td class="num">{(resource.StartedAt is { } at ? Html.Of($"""<time datetime="{at.ToString("O")}" title="{Show.FullTime(at, data.Clock)}">{Show.Time(at, data.Clock)[..8]}</time>""") : Nothing)}</td>
        <td class="num">{Up(data, resource)}</td>
        <td class="num">{(resource.Restarts == 0 ? Nothing : Html.Of($"""<b class="warn-text">{resource.Restarts}</b>"""))}</td>
        <td class="num">{(resource.ProcessId is { } id ? Html.Of($"{id}") : Nothing)}</td>
        <td class="num">{(errors == 0 ? Nothing : Html.Of($"""<a class="bad-text" href="{Links.Logs(resource.Name, "Error")}"><b>{Show.Count(errors)}</b></a>"""))}</td>
        <td class="look"><a href="{Links.Console(resource.Name)}" aria-label="Console of {resource.Name}">Console</a><a href="{Links.Logs(resource.Name)}" aria-label="Logs of {resource.Name}">Logs</a><a href="{Links.Traces(resource.Name)}" aria-label="Traces of {resource.Name}">Traces</a><a href="{Links.Metrics(resource.Name)}" aria-label="Metrics of {resource.Name}">Metrics</a></td>
        </tr>
        """);

    private static Html Nothing => Html.Of($"""<span class="quiet">–</span>""");

    private static Html Up(DashboardData data, ResourceSnapshot resource) =>
        resource.StartedAt is { } at && resource.State == "Running"
            ? Html.Of($"{Show.Age(data.Clock.GetUtcNow() - at)}")
            : Nothing;

    private static Html Url(string url) => Links.IsWeb(url)
        ? Html.Of($"""<a href="{url}" target="_blank" rel="noopener noreferrer">{url}</a>""")
        : Html.Of($"""<code>{url}</code>""");

    private static Html Health(string? health) => health is null
        ? Nothing
        : Parts.Tone(HealthTone(health), health);

    private static string HealthTone(string health) => health switch
    {
        "Healthy" => "good",
        "Degraded" => "warn",
        "Unhealthy" => "bad",
        _ => "info",
    };

    private static string StateTone(string state) => state switch
    {
        "Running" => "good",
        "Finished" or "Exited" or "Stopped" => "done",
        "Failed" or "FailedToStart" or "Crashed" => "bad",
        _ => "info",
    };
}
