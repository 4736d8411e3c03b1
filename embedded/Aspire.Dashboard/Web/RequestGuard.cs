using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Aspire.Dashboard.Embedded.Web;

/// <summary>
/// Answers only what was asked of this machine by name. A page of a foreign site whose name resolves to 127.0.0.1
/// (DNS rebinding) sends its own name as Host and gets 400.
/// </summary>
internal static class RequestGuard
{
    private static readonly string[] Hosts = ["127.0.0.1", "localhost"];

    public static void Use(IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (!Hosts.Contains(http.Request.Host.Host, StringComparer.OrdinalIgnoreCase))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsync(
                "The dashboard answers to the hosts 127.0.0.1 and localhost only.", http.RequestAborted);
            return;
        }
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        await AnswerAsync(http, next);
    });

    // A page that fails must say so in the browser, and nowhere near the AppHost's own console.
    private static async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !http.Response.HasStarted)
        {
            http.Response.StatusCode = failure is BadHttpRequestException bad
                ? bad.StatusCode
                : StatusCodes.Status500InternalServerError;
            await http.Response.WriteAsync($"The dashboard could not answer: {failure.GetType().Name}.", CancellationToken.None);
        }
    }
}
