using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Publishing;

/// <summary>Chooses the ports a manifest names, from 8000 upwards, by Aspire's rules.</summary>
internal sealed class ManifestPorts
{
    private readonly HashSet<int> _used = [];
    private int _next = 8000;

    /// <summary>The exposed port is null where it follows from the target port or is the deployment tool's choice.</summary>
    public IReadOnlyList<(EndpointAnnotation Endpoint, int? Port, int? TargetPort)> Resolve(IResource resource)
    {
        var resolved = new List<(EndpointAnnotation, int?, int?)>();
        var schemes = new HashSet<string>();
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
        {
            var isHttp = endpoint.UriScheme is "http" or "https";
            var target = endpoint.TargetPort
                ?? (resource is ContainerResource && endpoint.Port is { } same ? same
                    : resource is ProjectResource && isHttp && schemes.Add(endpoint.UriScheme) ? null
                    : Allocate());
            var exposed = (endpoint.Port, target) switch
            {
                ({ } port, not null) => port,
                (null, not null) => (int?)null,
                (null, null) when isHttp => null,
                _ => Allocate(),
            };
            if (exposed is { } usedPort) _used.Add(usedPort);
            if (target is { } usedTarget) _used.Add(usedTarget);
            resolved.Add((endpoint, exposed, target));
        }
        return resolved;
    }

    private int Allocate()
    {
        while (!_used.Add(_next)) _next++;
        return _next++;
    }
}
