namespace Aspire.StackExchange.Redis;

/// <summary>How a Redis connection is registered. Read from section <c>Aspire:StackExchange:Redis</c>, then changed by the caller.</summary>
public sealed class StackExchangeRedisSettings
{
    /// <summary>Where Redis is. Taken from <c>ConnectionStrings:{name}</c>. None means that caches live in this process.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>True to register no health check.</summary>
    public bool DisableHealthChecks { get; set; }

    /// <summary>True to register no tracing.</summary>
    public bool DisableTracing { get; set; }
}
