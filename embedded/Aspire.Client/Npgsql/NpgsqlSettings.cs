namespace Aspire.Npgsql;

/// <summary>How a data source is registered. Read from section <c>Aspire:Npgsql</c>, then changed by the caller.</summary>
public sealed class NpgsqlSettings
{
    /// <summary>Where the database is. Taken from <c>ConnectionStrings:{name}</c>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>True to register no health check.</summary>
    public bool DisableHealthChecks { get; set; }

    /// <summary>True to register no tracing.</summary>
    public bool DisableTracing { get; set; }

    /// <summary>True to register no metrics.</summary>
    public bool DisableMetrics { get; set; }
}
