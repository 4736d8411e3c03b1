namespace Aspire.Hosting.ApplicationModel;

/// <summary>A port a resource listens on.</summary>
public sealed class EndpointAnnotation(string name, string uriScheme, int? port = null, int? targetPort = null, bool isExternal = false) : IResourceAnnotation
{
    /// <summary>Unique within the resource.</summary>
    public string Name => name;

    /// <summary><c>http</c>, <c>tcp</c>, <c>redis</c>.</summary>
    public string UriScheme => uriScheme;

    /// <summary>The port that others use; null leaves the choice to the host.</summary>
    public int? Port { get; set; } = port;

    /// <summary>The port that the process itself listens on, where that is not the host's choice.</summary>
    public int? TargetPort { get; set; } = targetPort;

    /// <summary>True when it is meant for callers from outside.</summary>
    public bool IsExternal { get; set; } = isExternal;

    /// <summary>How the manifest names the transport.</summary>
    public string Transport => uriScheme is "http" or "https" ? "http" : "tcp";

    /// <summary>The port it really has in this run; 0 until the host has chosen.</summary>
    internal int AllocatedPort { get; set; }
}
