using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Azure;
using Aspire.Hosting.Running;

namespace Aspire.Hosting.Publishing;

/// <summary>Writes <c>aspire-manifest.json</c>: what a deployment tool needs to know of the app model.</summary>
internal sealed class ManifestWriter(DistributedApplicationModel model, DistributedApplicationExecutionContext execution, string appHostDirectory)
{
    private readonly List<ParameterResource> _parameters = [];
    private readonly List<TlsSuffix> _conditions = [];
    private readonly HashSet<AzureStorageResource> _storagesInUse = [];

    /// <summary>Writes the file; a relative path starts at the AppHost's folder.</summary>
    public async Task WriteFileAsync(string? outputPath, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(outputPath ?? "aspire-manifest.json", appHostDirectory);
        await File.WriteAllTextAsync(path, Write(Path.GetDirectoryName(path)!), cancellationToken);
        Console.WriteLine($"Published manifest to: {path}");
    }

    /// <summary>The manifest's text, with project paths relative to <paramref name="folder"/>.</summary>
    public string Write(string folder)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            var ports = new ManifestPorts();
            writer.WriteStartObject();
            writer.WriteStartObject("resources");
            foreach (var resource in model.Resources.Where(resource => !resource.Annotations.OfType<ExcludeFromManifestAnnotation>().Any()))
            {
                writer.WriteStartObject(resource.Name);
                WriteResource(writer, resource, folder, ports);
                writer.WriteEndObject();
            }
            foreach (var storage in _storagesInUse) WriteRoles(writer, storage);
            foreach (var parameter in _parameters.Distinct().Where(parameter => !model.Resources.Contains(parameter)))
            {
                writer.WriteStartObject(parameter.Name);
                WriteParameter(writer, parameter);
                writer.WriteEndObject();
            }
            foreach (var name in _conditions.Select(condition => condition.Name).Distinct())
            {
                writer.WriteStartObject(name);
                writer.WriteString("type", "value.v0");
                writer.WriteString("connectionString", "");
                writer.WriteEndObject();
            }
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private void WriteResource(Utf8JsonWriter writer, IResource resource, string folder, ManifestPorts ports)
    {
        switch (resource)
        {
            case ContainerResource container:
                WriteContainer(writer, container, ports);
                break;
            case ProjectResource project:
                var path = project.Annotations.OfType<ProjectMetadataAnnotation>().Single().Metadata.ProjectPath;
                writer.WriteString("type", "project.v0");
                writer.WriteString("path", Path.GetRelativePath(folder, path).Replace('\\', '/'));
                WriteArgs(writer, project);
                WriteEnvironment(writer, project);
                WriteBindings(writer, project, ports);
                break;
            case ParameterResource parameter:
                WriteParameter(writer, parameter);
                break;
            case AzureStorageResource storage:
                writer.WriteString("type", "azure.bicep.v0");
                writer.WriteString("path", $"{storage.Name}.module.bicep");
                break;
            case IResourceWithConnectionString connected:
                writer.WriteString("type", "value.v0");
                writer.WriteString("connectionString", Refer(connected.ConnectionStringExpression));
                break;
            default:
                throw new DistributedApplicationException($"The manifest cannot describe '{resource.Name}'.");
        }
    }

    private void WriteContainer(Utf8JsonWriter writer, ContainerResource container, ManifestPorts ports)
    {
        writer.WriteString("type", "container.v0");
        if (container is IResourceWithConnectionString connected) writer.WriteString("connectionString", Refer(connected.ConnectionStringExpression));
        writer.WriteString("image", container.Image);
        if (container.Entrypoint is { } entrypoint) writer.WriteString("entrypoint", entrypoint);
        WriteArgs(writer, container);

        var volumes = container.Annotations.OfType<DataVolumeAnnotation>().ToList();
        if (volumes.Count > 0)
        {
            writer.WriteStartArray("volumes");
            foreach (var volume in volumes)
            {
                writer.WriteStartObject();
                writer.WriteString("name", volume.Name);
                writer.WriteString("target", volume.Target);
                writer.WriteBoolean("readOnly", volume.IsReadOnly);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
        WriteEnvironment(writer, container);
        WriteBindings(writer, container, ports);
    }

    private static void WriteArgs(Utf8JsonWriter writer, IResource resource)
    {
        var args = resource.Annotations.OfType<CommandLineArgsAnnotation>().SelectMany(annotation => annotation.Args).ToList();
        if (args.Count == 0) return;
        writer.WriteStartArray("args");
        foreach (var arg in args) writer.WriteStringValue(arg);
        writer.WriteEndArray();
    }

    private void WriteEnvironment(Utf8JsonWriter writer, IResource resource)
    {
        var variables = EnvironmentVariables.Of(resource, execution);
        if (variables.Count == 0) return;
        writer.WriteStartObject("env");
        foreach (var (name, value) in variables) writer.WriteString(name, Refer(value));
        writer.WriteEndObject();
    }

    private static void WriteBindings(Utf8JsonWriter writer, IResource resource, ManifestPorts ports)
    {
        var bindings = ports.Resolve(resource);
        if (bindings.Count == 0) return;
        writer.WriteStartObject("bindings");
        foreach (var (endpoint, port, targetPort) in bindings)
        {
            writer.WriteStartObject(endpoint.Name);
            writer.WriteString("scheme", endpoint.UriScheme);
            writer.WriteString("protocol", "tcp");
            writer.WriteString("transport", endpoint.Transport);
            if (port is { } exposed && exposed != targetPort) writer.WriteNumber("port", exposed);
            if (targetPort is { } target) writer.WriteNumber("targetPort", target);
            if (endpoint.IsExternal) writer.WriteBoolean("external", true);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    private static void WriteParameter(Utf8JsonWriter writer, ParameterResource parameter)
    {
        writer.WriteString("type", "parameter.v0");
        writer.WriteString("value", $"{{{parameter.Name}.inputs.value}}");
        writer.WriteStartObject("inputs");
        writer.WriteStartObject("value");
        writer.WriteString("type", "string");
        if (parameter.Secret) writer.WriteBoolean("secret", true);
        if (parameter.Default is { } made)
        {
            writer.WriteStartObject("default");
            made.WriteToManifest(writer);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteRoles(Utf8JsonWriter writer, AzureStorageResource storage)
    {
        writer.WriteStartObject($"{storage.Name}-roles");
        writer.WriteString("type", "azure.bicep.v0");
        writer.WriteString("path", $"{storage.Name}-roles.module.bicep");
        writer.WriteStartObject("params");
        writer.WriteString($"{storage.Name.Replace('-', '_')}_outputs_name", $"{{{storage.Name}.outputs.name}}");
        writer.WriteString("principalType", "");
        writer.WriteString("principalId", "");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    // What an expression speaks of must be in the manifest too, even where the model does not list it.
    private string Refer(object value)
    {
        Remember(value);
        return value as string ?? ((IManifestExpressionProvider)value).ValueExpression;
    }

    private void Remember(object value)
    {
        if (value is ParameterResource parameter) _parameters.Add(parameter);
        if (value is TlsSuffix condition) _conditions.Add(condition);
        if (value is AzureBlobStorageResource blobs) _storagesInUse.Add(blobs.Parent);
        if (value is ReferenceExpression expression) foreach (var part in expression.ValueProviders) Remember(part);
    }
}
