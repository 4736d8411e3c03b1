using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>Gives every endpoint its port before anything starts.</summary>
internal static class Ports
{
    /// <summary>Throws and names each fixed port that is taken, with the resource that wants it.</summary>
    public static void Allocate(IEnumerable<IResource> resources, bool randomize, int? dashboardPort)
    {
        var endpoints = resources
            .SelectMany(resource => resource.Annotations.OfType<EndpointAnnotation>().Select(endpoint => (Resource: resource, Endpoint: endpoint)))
            .ToList();

        var fixedPorts = randomize ? [] : endpoints
            .Where(entry => entry.Endpoint.Port is not null)
            .Select(entry => (Port: entry.Endpoint.Port!.Value, Wanted: $"{entry.Resource.Name} ({entry.Endpoint.Name})"))
            .Concat(dashboardPort is { } dashboard ? [(dashboard, "the dashboard")] : [])
            .ToList();

        var problems = fixedPorts.GroupBy(entry => entry.Port)
            .Where(group => group.Count() > 1)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"Port {group.Key} is wanted by more than one: {string.Join(", ", group.Select(entry => entry.Wanted))}."))
            .Concat(fixedPorts.Where(entry => !IsFree(entry.Port)).Select(entry =>
                string.Create(CultureInfo.InvariantCulture, $"Port {entry.Port} is taken; {entry.Wanted} needs it. Stop what listens there, or choose another port (for example --Ports:Api=5081).")))
            .ToList();
        if (problems.Count > 0) throw new DistributedApplicationException(string.Join(Environment.NewLine, problems));

        foreach (var (_, endpoint) in endpoints.Where(entry => !randomize && entry.Endpoint.Port is not null)) endpoint.AllocatedPort = endpoint.Port!.Value;
        var open = endpoints.Where(entry => randomize || entry.Endpoint.Port is null).ToList();
        foreach (var ((_, endpoint), port) in open.Zip(Free(open.Count, [.. fixedPorts.Select(entry => entry.Port)]))) endpoint.AllocatedPort = port;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // Held all at once, so that no two endpoints get the same one.
    private static List<int> Free(int count, HashSet<int> taken)
    {
        var listeners = new List<TcpListener>();
        var ports = new List<int>();
        try
        {
            while (ports.Count < count)
            {
                var listener = new TcpListener(IPAddress.Loopback, 0);
                listener.Start();
                listeners.Add(listener);
                var port = ((IPEndPoint)listener.LocalEndpoint).Port;
                if (!taken.Contains(port)) ports.Add(port);
            }
        }
        finally
        {
            foreach (var listener in listeners) listener.Dispose();
        }
        return ports;
    }
}
