namespace Lending.Api.Requests;

/// <summary>Headers that keep browsers and caches from doing more with an answer than was meant.</summary>
public static class SecurityHeaders
{
    // Swagger UI styles its elements inline; scripts come from our own files only.
    private const string DocsPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string ApiPolicy = "default-src 'none'; frame-ancestors 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        var isDocs = http.Request.Path.StartsWithSegments("/docs");
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XFrameOptions = "DENY";
        headers.ContentSecurityPolicy = isDocs ? DocsPolicy : ApiPolicy;
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (!isDocs) headers.CacheControl = "no-store";
        return next(http);
    });
}
