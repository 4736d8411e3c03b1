namespace Aspire.Hosting.ApplicationModel;

/// <summary>A .NET project of this repository that runs as a process.</summary>
public sealed class ProjectResource(string name)
    : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithServiceDiscovery, IResourceWithWaitSupport;
