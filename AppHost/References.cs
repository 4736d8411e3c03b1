namespace Lending.AppHost;

/// <summary>References that inject what .NET code reads and nothing else.</summary>
internal static class References
{
    /// <summary>Adds connection strings. The variables that repeat the password for other languages stay out of the environment.</summary>
    public static IResourceBuilder<ProjectResource> WithReferences(
        this IResourceBuilder<ProjectResource> project, params IResourceBuilder<IResourceWithConnectionString>[] sources)
    {
        project.WithReferenceEnvironment(ReferenceEnvironmentInjectionFlags.ConnectionString | ReferenceEnvironmentInjectionFlags.ServiceDiscovery);
        foreach (var source in sources) project.WithReference(source);
        return project;
    }
}
