using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Lending.Providers.Calls;

/// <summary>What is done when a provider is slow or down: a timeout per attempt, a breaker, and retries of safe calls.</summary>
internal static class ProviderResilience
{
    private static readonly PredicateBuilder<HttpResponseMessage> Outage = new PredicateBuilder<HttpResponseMessage>()
        .Handle<HttpRequestException>()
        .Handle<TimeoutRejectedException>()
        .HandleResult(answer => IsOutage(answer.StatusCode));

    internal static bool IsOutage(HttpStatusCode status) =>
        (int)status >= 500 || status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests;

    /// <summary>One breaker for both pipelines: a provider that is down is down for either kind of call.</summary>
    internal static (ResiliencePipeline<HttpResponseMessage> Once, ResiliencePipeline<HttpResponseMessage> Repeated) Build(
        ProviderSettings settings, TimeProvider clock)
    {
        var attempt = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
            {
                ShouldHandle = Outage,
                FailureRatio = 0.5,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = settings.Break,
            })
            .AddTimeout(settings.Timeout)
            .Build();
        if (settings.Retries == 0) return (attempt, attempt);

        var repeated = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                ShouldHandle = Outage,
                MaxRetryAttempts = settings.Retries,
                Delay = TimeSpan.FromMilliseconds(200),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                OnRetry = retry =>
                {
                    retry.Outcome.Result?.Dispose();
                    return default;
                },
            })
            .AddPipeline(attempt)
            .Build();
        return (attempt, repeated);
    }
}
