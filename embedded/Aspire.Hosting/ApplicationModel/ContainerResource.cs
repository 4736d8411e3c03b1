namespace Aspire.Hosting.ApplicationModel;

/// <summary>A server that is a container where there is an engine for it, and a process here.</summary>
public class ContainerResource(string name)
    : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithEndpoints, IResourceWithWaitSupport
{
    internal string Image { get; init; } = "";

    internal string? Entrypoint { get; init; }
}
