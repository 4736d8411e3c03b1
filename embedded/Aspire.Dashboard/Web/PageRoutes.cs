using Aspire.Dashboard.Embedded.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aspire.Dashboard.Embedded.Web;

/// <summary>The pages for people.</summary>
internal static class PageRoutes
{
    // Sent by the script, which wants only the part of the page that changes.
    private const string PartHeader = "X-Part";

    public static void Map(IEndpointRouteBuilder app, DashboardData data)
    {
        app.MapGet("/", (HttpContext http) => Send(http, ResourcesPage.Build(data)));
        app.MapGet("/console", (HttpContext http) => Send(http, ConsolePage.Build(data, Query(http))));
        app.MapGet("/console/lines", (HttpContext http) => ConsoleLines(data, Query(http)));
        app.MapGet("/logs", (HttpContext http) => Send(http, LogsPage.Build(data, Query(http))));
        app.MapGet("/traces", (HttpContext http) => Send(http, TracesPage.Build(data, Query(http))));
        app.MapGet("/traces/{traceId}", (string traceId, HttpContext http) => Send(http, TracePage.Build(data, traceId, Query(http))));
        app.MapGet("/metrics", (HttpContext http) => Send(http, MetricsPage.Build(data, Query(http))));
        app.MapGet("/metrics/instrument", (HttpContext http) => Send(http, InstrumentPage.Build(data, Query(http))));
        app.MapGet("/find", (HttpContext http) => Find(http, data));
        app.MapFallback((HttpContext http) => Send(http, NotFound));
    }

    private static Page NotFound => new("Not found", "", Html.None, Parts.Empty("There is no such page", "Choose one above."))
    {
        Status = StatusCodes.Status404NotFound,
    };

    private static IResult Find(HttpContext http, DashboardData data)
    {
        var (page, address) = FindPage.Build(data, Query(http).Get("id"));
        return page is null ? Results.LocalRedirect(address!) : Send(http, page);
    }

    private static IResult ConsoleLines(DashboardData data, PageQuery query) =>
        Text(ConsolePage.Lines(data, query.Resource, query.Text, query.After), StatusCodes.Status200OK);

    private static IResult Send(HttpContext http, Page page) =>
        Text(http.Request.Headers.ContainsKey(PartHeader) ? page.Body : Shell.Render(page), page.Status);

    private static IResult Text(Html html, int status) =>
        Results.Content(html.ToString(), "text/html; charset=utf-8", statusCode: status);

    private static PageQuery Query(HttpContext http) => new(http.Request.Query);
}
