using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Lending.Api.Tests;

/// <summary>
/// Receives what processes send out by OTLP: every log line with its values and exceptions, every span with its attributes, every metric. Texts
/// travel as they are, so what a process gave away can be found by looking for it.
/// </summary>
public sealed class TelemetryEar : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly StringBuilder _heard = new();
    private bool _isListening;

    private TelemetryEar(WebApplication app) => _app = app;

    /// <summary>What a process is told so that it speaks here, and soon.</summary>
    public IEnumerable<(string Name, string Value)> EnvironmentOf(string process) =>
    [
        // Said at length, or there would be little to look through: what goes well is hardly logged.
        ("Logging__LogLevel__Default", "Debug"), ("OTEL_SERVICE_NAME", process), ("OTEL_EXPORTER_OTLP_ENDPOINT", _app.Urls.Single()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_BLRP_SCHEDULE_DELAY", "500"),
        ("OTEL_BSP_SCHEDULE_DELAY", "500"), ("OTEL_METRIC_EXPORT_INTERVAL", "1000"), ("OTEL_TRACES_SAMPLER", "always_on"),
    ];

    public static async Task<TelemetryEar> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var ear = new TelemetryEar(app);
        app.MapPost("/v1/{signal}", ear.HearAsync);
        await app.StartAsync();
        return ear;
    }

    /// <summary>Forgets what was heard and listens from now on.</summary>
    public void Listen()
    {
        lock (_lock) (_, _isListening) = (_heard.Clear(), true);
    }

    /// <summary>Hears no more; what was heard stays.</summary>
    public void Stop()
    {
        lock (_lock) _isListening = false;
    }

    /// <summary>All that was heard since, one byte a character: look for <see cref="Bytes"/> of a text in it.</summary>
    public string Heard
    {
        get
        {
            lock (_lock) return _heard.ToString();
        }
    }

    /// <summary>A text as its UTF-8 bytes look in what was heard.</summary>
    public static string Bytes(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<IResult> HearAsync(string signal, HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        lock (_lock)
            if (_isListening) _heard.Append('\n').Append(signal).Append(' ').Append(Encoding.Latin1.GetString(body.GetBuffer(), 0, (int)body.Length));
        return Results.Bytes([], "application/x-protobuf");
    }
}
