using System.Globalization;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>An endpoint of a resource, before or after it has a port.</summary>
public sealed class EndpointReference(IResourceWithEndpoints resource, string endpointName) : IValueProvider, IManifestExpressionProvider
{
    /// <summary>The resource that listens.</summary>
    public IResourceWithEndpoints Resource => resource;

    /// <summary>The endpoint's name.</summary>
    public string EndpointName => endpointName;

    /// <summary>True if the resource has such an endpoint.</summary>
    public bool Exists => Find() is not null;

    /// <summary>True once the endpoint has its port.</summary>
    public bool IsAllocated => Find() is { AllocatedPort: > 0 };

    /// <summary>The port. Throws before it is chosen.</summary>
    public int Port => Allocated().AllocatedPort;

    /// <summary>The host: this machine only.</summary>
    public string Host => "127.0.0.1";

    /// <summary>The scheme.</summary>
    public string Scheme => Annotation().UriScheme;

    /// <summary>The address. Throws before the port is chosen.</summary>
    public string Url => string.Create(CultureInfo.InvariantCulture, $"{Scheme}://{Host}:{Port}");

    /// <inheritdoc />
    public string ValueExpression => $"{{{resource.Name}.bindings.{endpointName}.url}}";

    /// <summary>One part of the address.</summary>
    public EndpointReferenceExpression Property(EndpointProperty property) => new(this, property);

    /// <inheritdoc />
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult<string?>(Url);

    private EndpointAnnotation? Find() => resource.Annotations.OfType<EndpointAnnotation>().FirstOrDefault(endpoint => endpoint.Name == endpointName);

    private EndpointAnnotation Annotation() => Find()
        ?? throw new InvalidOperationException($"Resource '{resource.Name}' has no endpoint '{endpointName}'.");

    private EndpointAnnotation Allocated() => Annotation() is { AllocatedPort: > 0 } endpoint
        ? endpoint
        : throw new InvalidOperationException($"The endpoint '{endpointName}' is not allocated for the resource '{resource.Name}'.");
}

/// <summary>The parts of an endpoint's address.</summary>
public enum EndpointProperty { Url, Host, IPV4Host, Port, Scheme, TargetPort, HostAndPort, TlsEnabled }

/// <summary>One part of an endpoint's address.</summary>
public sealed class EndpointReferenceExpression(EndpointReference endpoint, EndpointProperty property) : IValueProvider, IManifestExpressionProvider
{
    /// <inheritdoc />
    public string ValueExpression
    {
        get
        {
            var binding = $"{endpoint.Resource.Name}.bindings.{endpoint.EndpointName}";
            return property switch
            {
                EndpointProperty.HostAndPort => $"{{{binding}.host}}:{{{binding}.port}}",
                EndpointProperty.IPV4Host => $"{{{binding}.host}}",
                EndpointProperty.TargetPort => $"{{{binding}.targetPort}}",
                EndpointProperty.TlsEnabled => $"{{{binding}.tlsEnabled}}",
                _ => $"{{{binding}.{property.ToString().ToLowerInvariant()}}}",
            };
        }
    }

    /// <inheritdoc />
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult<string?>(property switch
    {
        EndpointProperty.Url => endpoint.Url,
        EndpointProperty.Host or EndpointProperty.IPV4Host => endpoint.Host,
        EndpointProperty.Port or EndpointProperty.TargetPort => endpoint.Port.ToString(CultureInfo.InvariantCulture),
        EndpointProperty.Scheme => endpoint.Scheme,
        EndpointProperty.HostAndPort => string.Create(CultureInfo.InvariantCulture, $"{endpoint.Host}:{endpoint.Port}"),
        EndpointProperty.TlsEnabled => bool.FalseString,
    });
}
