using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Adds projects of this repository.</summary>
public static class ProjectResourceBuilderExtensions
{
    /// <summary>Adds a project that the AppHost's project file refers to.</summary>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new()
    {
        var project = builder.AddResource(new ProjectResource(name)).WithAnnotation(new ProjectMetadataAnnotation(new TProject()));
        project.WithEnvironment("OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY", "in_memory");
        return builder.ExecutionContext.IsPublishMode ? project.WithEnvironment(Published) : project.WithEnvironment(Running);
    }

    private static void Published(EnvironmentCallbackContext context)
    {
        var resource = (ProjectResource)context.Resource;
        var endpoints = resource.Annotations.OfType<EndpointAnnotation>().ToList();
        if (endpoints.Count > 0) context.EnvironmentVariables["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true";
        if (endpoints.FirstOrDefault(endpoint => endpoint.UriScheme == "http") is { } http)
        {
            context.EnvironmentVariables["HTTP_PORTS"] = new EndpointReference(resource, http.Name).Property(EndpointProperty.TargetPort);
        }
    }

    private static void Running(EnvironmentCallbackContext context)
    {
        var resource = (ProjectResource)context.Resource;
        var urls = resource.Annotations.OfType<EndpointAnnotation>().Where(endpoint => endpoint.UriScheme is "http" or "https")
            .Select(endpoint => new EndpointReference(resource, endpoint.Name).Url);
        if (string.Join(';', urls) is { Length: > 0 } joined) context.EnvironmentVariables["ASPNETCORE_URLS"] = joined;
    }
}
