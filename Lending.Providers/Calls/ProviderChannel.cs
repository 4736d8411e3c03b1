using System.Diagnostics;
using System.Net.Http.Json;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Lending.Providers.Calls;

/// <summary>The way to one capability's provider: HTTP with patience, and a log of calls without contents.</summary>
internal sealed class ProviderChannel
{
    private readonly Capability _capability;
    private readonly Func<HttpClient> _http;
    private readonly IProviderCallLog _log;
    private readonly TimeProvider _clock;
    private readonly ResiliencePipeline<HttpResponseMessage> _once;
    private readonly ResiliencePipeline<HttpResponseMessage> _repeated;

    internal ProviderChannel(
        Capability capability, ProviderSettings settings, Func<HttpClient> http, IProviderCallLog log, TimeProvider clock)
    {
        (_capability, _http, _log, _clock) = (capability, http, log, clock);
        (_once, _repeated) = ProviderResilience.Build(settings, clock);
    }

    /// <summary>Sends and returns any 2xx or 4xx.</summary>
    /// <exception cref="ProviderUnavailable">No such answer came.</exception>
    internal async Task<ProviderReply> SendAsync(ProviderRequest request, CancellationToken cancellationToken)
    {
        var trace = new CallTrace(Guid.CreateVersion7(_clock.GetUtcNow()).ToString("N"), _clock.GetUtcNow(), _clock.GetTimestamp());
        var outcome = ProviderCallOutcome.Failed;
        try
        {
            var pipeline = request.Repeatable ? _repeated : _once;
            using var answer = await pipeline.ExecuteAsync(async token => await AttemptAsync(request, trace, token), cancellationToken);
            if (ProviderResilience.IsOutage(answer.StatusCode)) throw new ProviderUnavailable(_capability, outcome, trace.RequestId);

            // The attempt buffered the body, so this reads memory.
            var reply = new ProviderReply(
                _capability, trace.RequestId, answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(cancellationToken));
            outcome = reply.Succeeded ? ProviderCallOutcome.Answered : ProviderCallOutcome.Refused;
            return reply;
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutRejectedException or BrokenCircuitException)
        {
            outcome = e switch
            {
                TimeoutRejectedException => ProviderCallOutcome.TimedOut,
                BrokenCircuitException => ProviderCallOutcome.CircuitOpen,
                _ => ProviderCallOutcome.Failed,
            };
            throw new ProviderUnavailable(_capability, outcome, trace.RequestId, e);
        }
        catch (OperationCanceledException)
        {
            outcome = ProviderCallOutcome.Cancelled;
            throw;
        }
        finally
        {
            await RecordAsync(request, trace, outcome);
        }
    }

    private async Task<HttpResponseMessage> AttemptAsync(ProviderRequest request, CallTrace trace, CancellationToken cancellationToken)
    {
        trace.Attempts++;
        trace.Status = null;
        using var message = new HttpRequestMessage(request.Method, request.Path);
        message.Headers.Add("X-Request-Id", trace.RequestId);
        if (request.Body is { } body) message.Content = JsonContent.Create(body, body.GetType(), options: ProviderJson.Options);

        var answer = await _http().SendAsync(message, HttpCompletionOption.ResponseContentRead, cancellationToken);
        trace.Status = (int)answer.StatusCode;
        return answer;
    }

    // Not cancellable: a call that was made is recorded, also when the caller gave up.
    private ValueTask RecordAsync(ProviderRequest request, CallTrace trace, ProviderCallOutcome outcome) => _log.RecordAsync(
        new ProviderCall(
            trace.RequestId, _capability, request.Operation, trace.StartedAt, trace.Status, trace.Attempts,
            (long)_clock.GetElapsedTime(trace.Began).TotalMilliseconds, outcome, Activity.Current?.TraceId.ToString()),
        CancellationToken.None);

    private sealed class CallTrace(string requestId, DateTimeOffset startedAt, long began)
    {
        internal string RequestId => requestId;

        internal DateTimeOffset StartedAt => startedAt;

        internal long Began => began;

        internal int Attempts { get; set; }

        internal int? Status { get; set; }
    }
}
