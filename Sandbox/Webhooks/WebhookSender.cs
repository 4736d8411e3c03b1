using System.Collections.Concurrent;
using System.Text.Json;
using Sandbox.Storage;
using Sandbox.Switches;

namespace Sandbox.Webhooks;

/// <summary>Delivers webhooks until they are taken, across restarts; repeats and reorders them when switched to.</summary>
internal sealed partial class WebhookSender : IDisposable
{
    private const int AttemptsMax = 16;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = TimeSpan.FromSeconds(10) };
    private readonly ConcurrentDictionary<string, WebhookLane> _lanes = [];
    private readonly Shelf<Webhook> _webhooks;
    private readonly SandboxSettings _settings;
    private readonly SwitchBoard _switches;
    private readonly Changes _changes;
    private readonly TimeProvider _clock;
    private readonly ILogger<WebhookSender> _logger;
    private readonly CancellationToken _stopping;

    public WebhookSender(
        StateFile file, SandboxSettings settings, SwitchBoard switches, Changes changes, TimeProvider clock,
        IHostApplicationLifetime lifetime, ILogger<WebhookSender> logger)
    {
        _webhooks = new Shelf<Webhook>("webhook", file);
        (_settings, _switches, _changes, _clock, _logger) = (settings, switches, changes, clock, logger);
        _stopping = lifetime.ApplicationStopping;
    }

    internal bool HasKey => _settings.WebhookKey is { Length: > 0 };

    internal IReadOnlyList<Webhook> Newest(int count) => _webhooks.Newest(count);

    /// <summary>Sends an event once, however often it is announced: the id says which it is.</summary>
    internal void Announce<T>(string eventId, Capability capability, string about, string summary, string path, Uri? callback, T body)
    {
        var url = callback ?? new Uri(_settings.WebhookBaseUrl, path);
        var (webhook, added) = _webhooks.GetOrAdd(eventId, () => new Webhook(
            eventId, capability, about, summary, url, JsonSerializer.Serialize(body, SandboxApp.Json), _clock.GetUtcNow()));
        if (added) Start(webhook, _switches.Of(capability).ReorderWebhooks);
    }

    /// <summary>Takes up what was not delivered when the process stopped.</summary>
    internal void Resume()
    {
        foreach (var webhook in _webhooks.Newest(int.MaxValue, webhook => webhook.IsOpen).Reverse()) Start(webhook, hold: false);
    }

    /// <summary>Sends a webhook again, also a delivered one.</summary>
    internal bool SendAgain(string eventId)
    {
        var webhook = _webhooks.Change(eventId, webhook => webhook with { Attempts = 0, DeliveredAt = null, GivenUpAt = null });
        if (webhook is null) return false;
        Start(webhook, hold: false);
        return true;
    }

    public void Dispose() => _http.Dispose();

    private void Start(Webhook webhook, bool hold)
    {
        _changes.Tell("webhooks");
        if (!HasKey) return;

        var (before, after) = _lanes.GetOrAdd(webhook.About, _ => new WebhookLane()).Join(hold);
        _ = Task.Run(() => DeliverAsync(webhook, before, after), CancellationToken.None);
    }

    private async Task DeliverAsync(Webhook webhook, Func<TimeProvider, CancellationToken, Task> before, Action after)
    {
        try
        {
            await before(_clock, _stopping);
            var wait = FirstWait;
            for (var attempt = 1; ; attempt++)
            {
                var status = await TryAsync(webhook);
                after();
                var taken = status is >= 200 and < 300;
                Record(webhook.EventId, attempt, status, taken);
                if (taken) break;
                if (attempt == AttemptsMax) return;
                await Task.Delay(wait, _clock, _stopping);
                wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
            }

            var extra = _switches.Of(webhook.Capability).RepeatWebhooks;
            await Task.WhenAll(Enumerable.Range(0, extra).Select(_ => TryAsync(webhook)));
        }
        catch (OperationCanceledException)
        {
            // Stopping: the webhook is still open and is taken up after the restart.
        }
        catch (Exception e)
        {
            NotDelivered(e, webhook.EventId);
        }
        finally
        {
            after();
        }
    }

    private async Task<int?> TryAsync(Webhook webhook)
    {
        try
        {
            using var request = WebhookSigning.Request(webhook, _settings.WebhookKey!, _clock.GetUtcNow());
            using var answer = await _http.SendAsync(request, _stopping);
            return (int)answer.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !_stopping.IsCancellationRequested))
        {
            return null;
        }
    }

    private void Record(string eventId, int attempt, int? status, bool taken)
    {
        var now = _clock.GetUtcNow();
        _webhooks.Change(eventId, webhook => webhook with
        {
            Attempts = attempt,
            Status = status,
            DeliveredAt = taken ? now : null,
            GivenUpAt = !taken && attempt == AttemptsMax ? now : null,
        });
        _changes.Tell("webhooks");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Webhook {EventId} was not delivered.")]
    private partial void NotDelivered(Exception exception, string eventId);
}
