namespace Lending.Api.Requests;

/// <summary>One id that follows a request through logs, journal and answer: the caller's X-Correlation-Id if it is a GUID, else a new one.</summary>
public static class Correlation
{
    public const string Header = "X-Correlation-Id";

    private static readonly object Key = new();

    public static Guid Of(HttpContext http) => http.Items.TryGetValue(Key, out var id) ? (Guid)id! : Guid.Empty;

    public static IApplicationBuilder UseCorrelation(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var id = Guid.TryParseExact(http.Request.Headers[Header], "D", out var given) && given != Guid.Empty ? given : Guid.CreateVersion7();
        http.Items[Key] = id;
        http.Response.Headers[Header] = id.ToString();
        System.Diagnostics.Activity.Current?.SetTag("lending.correlation_id", id.ToString());
        return next(http);
    });
}
