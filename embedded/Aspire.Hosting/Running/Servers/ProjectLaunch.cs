using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running.Servers;

/// <summary>A project of this repository, started from its build output.</summary>
internal sealed class ProjectLaunch(
    ProjectResource project, DistributedApplicationExecutionContext execution, string environmentName, Uri? telemetry, HttpClient http,
    EnvironmentFiles files) : Launch
{
    // What the AppHost was told about its own addresses is not for the services.
    private static readonly string[] OwnVariables = ["ASPNETCORE_URLS", "DOTNET_URLS", "ASPNETCORE_HTTP_PORTS", "HTTP_PORTS", "DOTNET_LAUNCH_PROFILE"];

    private readonly HttpHealthCheckAnnotation? _check = project.Annotations.OfType<HttpHealthCheckAnnotation>().LastOrDefault();

    public override bool HasHealthCheck => _check is not null;

    public override async Task<ProcessSpec?> DescribeAsync(CancellationToken cancellationToken)
    {
        var metadata = project.Annotations.OfType<ProjectMetadataAnnotation>().Single().Metadata;
        if (metadata is not IBuiltProjectMetadata { TargetPath: var assembly } || !File.Exists(assembly))
        {
            throw new DistributedApplicationException($"'{project.Name}' is not built: build {metadata.ProjectPath} first.");
        }

        var environment = OwnVariables.ToDictionary(name => name, _ => (string?)null);
        // A command that starts a web host without an endpoint in the model must not meet others on the default port 5000.
        environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        environment["ASPNETCORE_ENVIRONMENT"] = environmentName;
        environment["DOTNET_ENVIRONMENT"] = environmentName;
        foreach (var (name, value) in Telemetry()) environment[name] = value;
        var resolved = await EnvironmentVariables.ResolveAsync(project, execution, cancellationToken);
        foreach (var (name, value) in resolved) environment[name] = value;
        files.Write(project.Name, resolved);

        var args = project.Annotations.OfType<CommandLineArgsAnnotation>().SelectMany(annotation => annotation.Args);
        return new ProcessSpec(Executable.Dotnet(), [assembly, .. args], Path.GetDirectoryName(metadata.ProjectPath)!) { Environment = environment };
    }

    public override async Task<bool> IsHealthyAsync(CancellationToken cancellationToken)
    {
        if (_check is null) return true;
        var endpoint = _check.EndpointName
            ?? project.Annotations.OfType<EndpointAnnotation>().First(endpoint => endpoint.UriScheme == "http").Name;
        try
        {
            using var answer = await http.GetAsync(new Uri(new Uri(new EndpointReference(project, endpoint).Url), _check.Path), cancellationToken);
            return (int)answer.StatusCode == _check.StatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private Dictionary<string, string> Telemetry() => telemetry is null ? [] : new()
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = telemetry.ToString().TrimEnd('/'),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_SERVICE_NAME"] = project.Name,
        ["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={project.Name}",
        ["OTEL_BLRP_SCHEDULE_DELAY"] = "1000",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "1000",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "1000",
        ["OTEL_TRACES_SAMPLER"] = "always_on",
        ["OTEL_METRICS_EXEMPLAR_FILTER"] = "trace_based",
    };
}
