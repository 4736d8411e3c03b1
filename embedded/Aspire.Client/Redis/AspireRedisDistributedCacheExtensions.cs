using Aspire;
using Aspire.StackExchange.Redis;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using StackExchange.Redis;

namespace Microsoft.Extensions.Hosting;

/// <summary>Registers the distributed cache by the name of its connection string.</summary>
public static class AspireRedisDistributedCacheExtensions
{
    private const string Section = "Aspire:StackExchange:Redis";

    /// <summary>
    /// Registers <see cref="IDistributedCache"/> on Redis, with health check. Without a connection string the cache lives in this
    /// process, as the AppHost announces on a machine that has no Redis.
    /// </summary>
    public static void AddRedisDistributedCache(
        this IHostApplicationBuilder builder,
        string connectionName,
        Action<StackExchangeRedisSettings>? configureSettings = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionName);
        var settings = new StackExchangeRedisSettings();
        builder.Configuration.GetSection(Section).Bind(settings);
        settings.ConnectionString = builder.Configuration.ConnectionStringOrNull(connectionName) ?? settings.ConnectionString;
        configureSettings?.Invoke(settings);

        if (settings.ConnectionString is not { Length: > 0 } connectionString)
        {
            builder.Services.AddDistributedMemoryCache();
            return;
        }

        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(_ => Connect(connectionString));
        builder.Services.AddSingleton<IDistributedCache, RedisDistributedCache>();

        if (!settings.DisableHealthChecks)
        {
            builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
                "StackExchange.Redis", services => new RedisHealthCheck(services.GetRequiredService<IConnectionMultiplexer>()), null, null));
        }
    }

    private static IConnectionMultiplexer Connect(string connectionString)
    {
        var options = ConfigurationOptions.Parse(connectionString);
        options.AbortOnConnectFail = false; // Redis may come later than this process; the multiplexer keeps trying.
        return ConnectionMultiplexer.Connect(options);
    }
}
