using Lending.Providers.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Lending.Providers.Tests.Rig;

/// <summary>The lender's webhook address: checks each signature, keeps what came in the order it came.</summary>
public sealed class WebhookInbox : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private readonly List<(string Path, byte[] Body, WebhookVerdict Verdict)> _received = [];
    private readonly WebhookVerifier _verifier = new(SandboxRig.WebhookKey, TimeProvider.System);
    private readonly WebApplication _app;
    private TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _refusals;

    private WebhookInbox(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.Single());

    public static async Task<WebhookInbox> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var inbox = new WebhookInbox(app);
        app.MapPost("/webhooks/{about}", inbox.TakeAsync);
        await app.StartAsync();
        return inbox;
    }

    /// <summary>The next webhooks are answered 503, as by a lender that is being restarted.</summary>
    public void RefuseNext(int count) => Volatile.Write(ref _refusals, count);

    /// <summary>The first webhooks that came, as soon as there are so many; with a verified signature each.</summary>
    public async Task<T[]> ReceiveAsync<T>(string path, int count)
        where T : class => [.. (await ReceiveUntilAsync<T>(path, webhooks => webhooks.Length >= count)).Take(count)];

    /// <summary>All webhooks that came, as soon as they are enough.</summary>
    public async Task<T[]> ReceiveUntilAsync<T>(string path, Func<T[], bool> enough)
        where T : class
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (true)
        {
            Task next;
            T[] here;
            lock (_lock)
            {
                here = [.. _received.Where(webhook => webhook.Path == path).Select(Read<T>)];
                next = _arrived.Task;
            }

            if (enough(here)) return here;
            await next.WaitAsync(deadline.Token);
        }
    }

    public int Count(string path)
    {
        lock (_lock) return _received.Count(webhook => webhook.Path == path);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static T Read<T>((string Path, byte[] Body, WebhookVerdict Verdict) webhook)
        where T : class
    {
        Assert.Equal(WebhookVerdict.Valid, webhook.Verdict);
        Assert.True(WebhookVerifier.TryRead<T>(webhook.Body, out var read));
        return read;
    }

    private async Task<IResult> TakeAsync(string about, HttpRequest request)
    {
        using var memory = new MemoryStream();
        await request.Body.CopyToAsync(memory);
        if (Interlocked.Decrement(ref _refusals) >= 0) return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);

        var body = memory.ToArray();
        var verdict = _verifier.Verify(
            request.Headers[WebhookSignature.TimestampHeader], request.Headers[WebhookSignature.SignatureHeader], body);
        TaskCompletionSource arrived;
        lock (_lock)
        {
            _received.Add((about, body, verdict));
            (arrived, _arrived) = (_arrived, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        arrived.SetResult();
        return TypedResults.Ok();
    }
}
