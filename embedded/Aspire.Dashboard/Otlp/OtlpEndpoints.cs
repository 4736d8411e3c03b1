using System.IO.Compression;
using Aspire.Dashboard.Embedded.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aspire.Dashboard.Embedded.Otlp;

/// <summary>
/// POST /v1/traces, /v1/logs, /v1/metrics as http/protobuf, plain or gzip. A request is read as a whole before any of it
/// is kept: what is malformed is answered with 400 and leaves nothing behind.
/// </summary>
internal static class OtlpEndpoints
{
    /// <summary>Bytes of one request, unpacked. Exporters send at most 512 spans at once, well under a megabyte.</summary>
    public const int BodyBytesMax = 8 * 1024 * 1024;

    private const string Protobuf = "application/x-protobuf";

    public static void Map(IEndpointRouteBuilder app, DashboardData data)
    {
        app.MapPost("/v1/traces", (HttpContext http) => ReceiveAsync(
            http, data.Changes, LiveTopic.Traces, body => data.Traces.Add(TraceReader.Read(body))));
        app.MapPost("/v1/logs", (HttpContext http) => ReceiveAsync(
            http, data.Changes, LiveTopic.Logs, body => data.Logs.Add(LogReader.Read(body))));
        app.MapPost("/v1/metrics", (HttpContext http) => ReceiveAsync(
            http, data.Changes, LiveTopic.Metrics, body => data.Metrics.Add(MetricReader.Read(body))));
    }

    private static async Task ReceiveAsync(HttpContext http, LiveChanges changes, LiveTopic topic, OtlpBody keep)
    {
        // Also keeps other sites out: a browser asks before it sends this type across origins, and is not answered.
        if (http.Request.ContentType?.Split(';')[0].Trim().Equals(Protobuf, StringComparison.OrdinalIgnoreCase) != true)
        {
            await RefuseAsync(http, StatusCodes.Status415UnsupportedMediaType, $"Send {Protobuf}.");
            return;
        }
        if (await ReadAsync(http) is not { } body) return;
        try
        {
            keep(body.GetBuffer().AsSpan(0, (int)body.Length));
        }
        catch (OtlpFormatException malformed)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, malformed.Message);
            return;
        }
        changes.Announce(topic);
        http.Response.ContentType = Protobuf; // The empty body is an empty Export…ServiceResponse: all was accepted.
    }

    private static async Task<MemoryStream?> ReadAsync(HttpContext http)
    {
        var encoding = http.Request.Headers.ContentEncoding.ToString();
        if (encoding is not ("" or "identity" or "gzip"))
        {
            await RefuseAsync(http, StatusCodes.Status415UnsupportedMediaType, "Send it plain or as gzip.");
            return null;
        }
        try
        {
            await using var source = encoding == "gzip" ? new GZipStream(http.Request.Body, CompressionMode.Decompress) : http.Request.Body;
            var body = new MemoryStream();
            var chunk = new byte[32 * 1024];
            int read;
            while ((read = await source.ReadAsync(chunk, http.RequestAborted)) > 0)
            {
                if (body.Length + read > BodyBytesMax)
                {
                    await RefuseAsync(http, StatusCodes.Status413PayloadTooLarge, $"At most {BodyBytesMax} bytes at once.");
                    return null;
                }
                body.Write(chunk, 0, read);
            }
            return body;
        }
        catch (InvalidDataException)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, "The body is not gzip.");
            return null;
        }
    }

    private static Task RefuseAsync(HttpContext http, int status, string why)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(why, http.RequestAborted);
    }

    private delegate void OtlpBody(ReadOnlySpan<byte> body);
}
