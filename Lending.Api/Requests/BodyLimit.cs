using Microsoft.AspNetCore.Http.Features;

namespace Lending.Api.Requests;

/// <summary>
/// Refuses a body that says it is too large, and reads it away first: a client that is still sending would otherwise see a broken
/// connection instead of the answer. Kestrel's own limit stays for bodies that do not say how large they are.
/// </summary>
public static class BodyLimit
{
    public const long BytesMax = 64 * 1024;

    // More than this is not worth reading for the sake of an answer.
    private const long BytesReadAwayMax = 32 * 1024 * 1024;

    public static IApplicationBuilder UseBodyLimit(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (http.Request.ContentLength is not > BytesMax)
        {
            await next(http);
            return;
        }

        if (http.Request.ContentLength <= BytesReadAwayMax && http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = BytesReadAwayMax;
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        }

        http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        http.Response.Headers.Connection = "close";
        await http.RequestServices.GetRequiredService<IProblemDetailsService>()
            .WriteAsync(new() { HttpContext = http, ProblemDetails = { Status = StatusCodes.Status413PayloadTooLarge } });
    });
}
