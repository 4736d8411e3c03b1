namespace Aspire.Hosting;

/// <summary>How an application builder starts.</summary>
public sealed class DistributedApplicationOptions
{
    /// <summary>The command line.</summary>
    public string[]? Args { get; set; }

    /// <summary>The AppHost's assembly; the entry assembly when null.</summary>
    public string? AssemblyName { get; set; }

    /// <summary>The AppHost's project folder.</summary>
    public string? ProjectDirectory { get; set; }

    /// <summary>True to run without the dashboard.</summary>
    public bool DisableDashboard { get; set; }
}

/// <summary>What the application is being built for.</summary>
public enum DistributedApplicationOperation { Run, Publish }

/// <summary>What the application is being built for.</summary>
public sealed class DistributedApplicationExecutionContext(DistributedApplicationOperation operation)
{
    /// <summary>The operation.</summary>
    public DistributedApplicationOperation Operation => operation;

    /// <summary>True while developing.</summary>
    public bool IsRunMode => operation == DistributedApplicationOperation.Run;

    /// <summary>True while the manifest is written.</summary>
    public bool IsPublishMode => operation == DistributedApplicationOperation.Publish;
}
