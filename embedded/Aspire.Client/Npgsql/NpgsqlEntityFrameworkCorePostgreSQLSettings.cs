namespace Aspire.Npgsql.EntityFrameworkCore.PostgreSQL;

/// <summary>How a context is registered. Read from section <c>Aspire:Npgsql:EntityFrameworkCore:PostgreSQL</c>, then changed by the caller.</summary>
public sealed class NpgsqlEntityFrameworkCorePostgreSQLSettings
{
    /// <summary>Where the database is. Taken from <c>ConnectionStrings:{name}</c>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>True to register without <c>EnableRetryOnFailure</c>.</summary>
    public bool DisableRetry { get; set; }

    /// <summary>The command time limit in seconds; null leaves the provider's own.</summary>
    public int? CommandTimeout { get; set; }

    /// <summary>True to register no health check.</summary>
    public bool DisableHealthChecks { get; set; }

    /// <summary>True to register no tracing.</summary>
    public bool DisableTracing { get; set; }

    /// <summary>True to register no metrics.</summary>
    public bool DisableMetrics { get; set; }
}
