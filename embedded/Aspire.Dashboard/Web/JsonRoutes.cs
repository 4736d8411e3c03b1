using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Aspire.Dashboard.Embedded.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aspire.Dashboard.Embedded.Web;

/// <summary>The same data for scripts and tests, with the same filters as the pages.</summary>
internal static class JsonRoutes
{
    private const int RowsMax = 1_000;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, // A gauge may be NaN.
        Encoder = JavaScriptEncoder.Default,
    };

    public static void Map(IEndpointRouteBuilder app, DashboardData data)
    {
        app.MapGet("/api/resources", () => Json(data.Board.Snapshots));
        app.MapGet("/api/console/{resource}", (string resource, HttpContext http) =>
            Json(data.Board.ReadConsole(resource, Query(http).After)));
        app.MapGet("/api/logs", (HttpContext http) => Json(data.Logs.Find(Query(http).Logs, RowsMax)));
        app.MapGet("/api/traces", (HttpContext http) => Json(data.Traces.Find(Query(http).Traces, RowsMax)));
        app.MapGet("/api/traces/{traceId}", (string traceId) => data.Traces.Get(traceId) is { } trace ? Json(trace) : Results.NotFound());
        app.MapGet("/api/metrics", (HttpContext http) => Json(data.Metrics.List(Query(http).Resource)));
    }

    private static IResult Json<T>(T value) => Results.Json(value, Options);

    private static PageQuery Query(HttpContext http) => new(http.Request.Query);
}
