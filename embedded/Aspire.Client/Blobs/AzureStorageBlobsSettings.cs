namespace Aspire.Azure.Storage.Blobs;

/// <summary>How a blob client is registered. Read from section <c>Aspire:Azure:Storage:Blobs</c>, then changed by the caller.</summary>
public sealed class AzureStorageBlobsSettings
{
    /// <summary>Where the storage account is. Taken from <c>ConnectionStrings:{name}</c>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>True to register no health check.</summary>
    public bool DisableHealthChecks { get; set; }

    /// <summary>True to register no tracing.</summary>
    public bool DisableTracing { get; set; }
}
