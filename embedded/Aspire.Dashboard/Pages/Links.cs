using Microsoft.AspNetCore.Http.Extensions;

namespace Aspire.Dashboard.Embedded.Pages;

/// <summary>The addresses of the pages. What is shown is in the address, so it can be sent to a colleague.</summary>
internal static class Links
{
    public static string Console(string resource) => With("/console", ("resource", resource));

    public static string Logs(
        string resource = "", string level = "", string text = "", string trace = "", long open = 0) =>
        With("/logs", ("resource", resource), ("level", level), ("q", text), ("trace", trace),
            ("open", open > 0 ? $"{open}" : ""));

    public static string Traces(string resource = "") => With("/traces", ("resource", resource));

    public static string Trace(string traceId, string span = "") =>
        With($"/traces/{Uri.EscapeDataString(traceId)}", ("span", span));

    public static string Metrics(string resource = "") => With("/metrics", ("resource", resource));

    public static string Instrument(string resource, string name) =>
        With("/metrics/instrument", ("resource", resource), ("name", name));

    /// <summary>Only web addresses become links: a javascript: address must never be one.</summary>
    public static bool IsWeb(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    private static string With(string path, params (string Name, string Value)[] query)
    {
        var builder = new QueryBuilder();
        foreach (var (name, value) in query)
        {
            if (value != "") builder.Add(name, value);
        }
        return path + builder.ToQueryString();
    }
}
