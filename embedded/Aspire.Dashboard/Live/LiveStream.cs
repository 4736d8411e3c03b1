using Microsoft.AspNetCore.Http;

namespace Aspire.Dashboard.Embedded.Live;

/// <summary>GET /live: Server-Sent Events, one event named after each topic that changed.</summary>
internal static class LiveStream
{
    // A page redraws at most this often, however much is reported.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(400);

    // Ends streams whose browser vanished without closing.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public static async Task HandleAsync(
        HttpContext http, LiveChanges changes, TimeProvider clock, CancellationToken stopping)
    {
        using var listener = changes.Listen();
        if (listener is null)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await http.Response.WriteAsync("Too many pages are open.", http.RequestAborted);
            return;
        }
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            await SendAsync(http.Response, ": connected\n\n", ending.Token);
            while (true)
            {
                if (!await listener.WaitAsync(Heartbeat, ending.Token))
                {
                    await SendAsync(http.Response, ": still here\n\n", ending.Token);
                    continue;
                }
                var events = listener.Take().Select(topic => $"event: {Name(topic)}\ndata: changed\n\n");
                await SendAsync(http.Response, string.Concat(events), ending.Token);
                await Task.Delay(Gather, clock, ending.Token);
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The page was closed or the AppHost stops: both are the normal end of a stream.
        }
    }

    private static string Name(LiveTopic topic) => topic.ToString().ToLowerInvariant();

    private static async Task SendAsync(HttpResponse response, string text, CancellationToken cancellationToken)
    {
        await response.WriteAsync(text, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
