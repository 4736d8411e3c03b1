namespace Aspire.Hosting.ApplicationModel;

/// <summary>Adds environment variables when the resource starts or is published.</summary>
public sealed class EnvironmentCallbackAnnotation(Action<EnvironmentCallbackContext> callback) : IResourceAnnotation
{
    /// <summary>Writes the variables.</summary>
    public Action<EnvironmentCallbackContext> Callback => callback;
}

/// <summary>What a callback of <c>WithEnvironment</c> writes to.</summary>
public sealed class EnvironmentCallbackContext(
    DistributedApplicationExecutionContext executionContext, IResource resource, Dictionary<string, object> environmentVariables)
{
    /// <summary>Whether the application runs or is published.</summary>
    public DistributedApplicationExecutionContext ExecutionContext => executionContext;

    /// <summary>The resource that gets the variables.</summary>
    public IResource Resource => resource;

    /// <summary>Texts, or values that are known later.</summary>
    public Dictionary<string, object> EnvironmentVariables => environmentVariables;
}

internal sealed record CommandLineArgsAnnotation(IReadOnlyList<string> Args) : IResourceAnnotation;

internal enum WaitKind { UntilHealthy, UntilStarted, ForCompletion }

internal sealed record WaitAnnotation(IResource Resource, WaitKind Kind, int ExitCode = 0) : IResourceAnnotation;

internal sealed record HttpHealthCheckAnnotation(string Path, int StatusCode, string? EndpointName) : IResourceAnnotation;

internal sealed record ReferenceEnvironmentAnnotation(ReferenceEnvironmentInjectionFlags Flags) : IResourceAnnotation;

internal sealed record ExcludeFromManifestAnnotation : IResourceAnnotation;

internal sealed record DataVolumeAnnotation(string Name, string Target, bool IsReadOnly) : IResourceAnnotation;

internal sealed record ProjectMetadataAnnotation(IProjectMetadata Metadata) : IResourceAnnotation;
