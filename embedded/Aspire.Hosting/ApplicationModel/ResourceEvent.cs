using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The state of a resource at a moment.</summary>
public sealed record CustomResourceSnapshot(string ResourceType, ResourceStateSnapshot? State)
{
    /// <summary>Null when nothing probes it.</summary>
    public HealthStatus? HealthStatus { get; init; }

    /// <summary>How the process ended, if it did.</summary>
    public int? ExitCode { get; init; }

    /// <summary>When the process started.</summary>
    public DateTimeOffset? StartTimeStamp { get; init; }

    internal int? ProcessId { get; init; }

    internal int Restarts { get; init; }

    internal string? Detail { get; init; }
}

/// <summary>The name of a state.</summary>
public sealed record ResourceStateSnapshot(string Text)
{
    /// <summary>A state by its name.</summary>
    public static implicit operator ResourceStateSnapshot(string text) => new(text);
}

/// <summary>A resource and its state.</summary>
public sealed class ResourceEvent(IResource resource, string resourceId, CustomResourceSnapshot snapshot)
{
    /// <summary>The resource.</summary>
    public IResource Resource => resource;

    /// <summary>Its name.</summary>
    public string ResourceId => resourceId;

    /// <summary>Its state.</summary>
    public CustomResourceSnapshot Snapshot => snapshot;
}
