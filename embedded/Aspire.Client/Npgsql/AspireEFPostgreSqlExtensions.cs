using Aspire;
using Aspire.Npgsql.EntityFrameworkCore.PostgreSQL;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace Microsoft.Extensions.Hosting;

/// <summary>Registers an EF Core context on PostgreSQL by the name of its connection string.</summary>
public static class AspireEFPostgreSqlExtensions
{
    private const string Section = "Aspire:Npgsql:EntityFrameworkCore:PostgreSQL";

    /// <summary>Registers a pooled context that retries passing faults, with health check. Explicit transactions need the execution strategy.</summary>
    public static void AddNpgsqlDbContext<TContext>(
        this IHostApplicationBuilder builder,
        string connectionName,
        Action<NpgsqlEntityFrameworkCorePostgreSQLSettings>? configureSettings = null,
        Action<DbContextOptionsBuilder>? configureDbContextOptions = null)
        where TContext : DbContext
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionName);
        var settings = Settings<TContext>(builder, configureSettings, builder.Configuration.ConnectionStringOrNull(connectionName));

        builder.Services.AddDbContextPool<TContext>(options =>
        {
            options.UseNpgsql(settings.ConnectionString.Required(connectionName, Section), npgsql => Configure(npgsql, settings));
            configureDbContextOptions?.Invoke(options);
        });
        AddHealthCheck<TContext>(builder, settings);
    }

    /// <summary>Adds retry, time limit and health check to a context that the caller has registered.</summary>
    public static void EnrichNpgsqlDbContext<TContext>(
        this IHostApplicationBuilder builder,
        Action<NpgsqlEntityFrameworkCorePostgreSQLSettings>? configureSettings = null)
        where TContext : DbContext
    {
        if (!builder.Services.Any(service => service.ServiceType == typeof(DbContextOptions<TContext>)))
        {
            throw new InvalidOperationException(
                $"DbContext<{typeof(TContext).Name}> was not registered. Ensure you have registered the DbContext in DI before calling EnrichNpgsqlDbContext.");
        }

        var settings = Settings<TContext>(builder, configureSettings, connectionString: null);
        builder.Services.ConfigureDbContext<TContext>(options => options.UseNpgsql(npgsql => Configure(npgsql, settings)));
        AddHealthCheck<TContext>(builder, settings);
    }

    private static NpgsqlEntityFrameworkCorePostgreSQLSettings Settings<TContext>(
        IHostApplicationBuilder builder, Action<NpgsqlEntityFrameworkCorePostgreSQLSettings>? configure, string? connectionString)
    {
        var settings = new NpgsqlEntityFrameworkCorePostgreSQLSettings();
        builder.Configuration.GetSection(Section).Bind(settings);
        builder.Configuration.GetSection($"{Section}:{typeof(TContext).Name}").Bind(settings);
        settings.ConnectionString = connectionString ?? settings.ConnectionString;
        configure?.Invoke(settings);
        return settings;
    }

    private static void Configure(NpgsqlDbContextOptionsBuilder npgsql, NpgsqlEntityFrameworkCorePostgreSQLSettings settings)
    {
        if (!settings.DisableRetry) npgsql.EnableRetryOnFailure();
        if (settings.CommandTimeout is { } seconds) npgsql.CommandTimeout(seconds);
    }

    private static void AddHealthCheck<TContext>(IHostApplicationBuilder builder, NpgsqlEntityFrameworkCorePostgreSQLSettings settings)
        where TContext : DbContext
    {
        if (settings.DisableHealthChecks) return;
        builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
            typeof(TContext).Name,
            services => new DbContextHealthCheck<TContext>(services.GetRequiredService<IServiceScopeFactory>()), null, null));
    }
}
