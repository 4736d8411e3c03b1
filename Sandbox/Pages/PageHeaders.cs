namespace Sandbox.Pages;

/// <summary>Pages load nothing from elsewhere and are never kept by the browser.</summary>
internal static class PageHeaders
{
    internal static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;

        // A browser's own PDF viewer does not run under a page's policy.
        if (!context.Request.Path.Value!.EndsWith("/document", StringComparison.Ordinal))
            headers.ContentSecurityPolicy = "default-src 'self'; img-src 'self' data:; object-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'self'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        return next(context);
    }
}
