using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Orleans.Hosting;
using Orleans.Serialization;

namespace Microsoft.Extensions.Hosting;

/// <summary>Makes a process a home for grains.</summary>
public static class GrainHosting
{
    /// <summary>
    /// Hosts grains. Where the others are comes from configuration, section Orleans, as the AppHost injects it; a process started without it is
    /// a cluster of its own. Commands, answers and refusals of the Lending namespaces travel as JSON with the given options, so the domain needs
    /// no attribute of a framework.
    /// </summary>
    public static TBuilder AddGrainHosting<TBuilder>(this TBuilder builder, JsonSerializerOptions json) where TBuilder : IHostApplicationBuilder
    {
        builder.UseOrleans(silo =>
        {
            silo.Services.AddSerializer(serializer => serializer.AddJsonSerializer(
                type => type.Namespace is { } name && (name == "Lending" || name.StartsWith("Lending.", StringComparison.Ordinal)), json));

            var settings = builder.Configuration.GetSection("Orleans");
            if (!settings.GetSection("Clustering").Exists()) silo.UseLocalhostClustering(FreePort(), FreePort()); // Several may run on one machine.
            if (!settings.GetValue<bool>("EnableDistributedTracing")) silo.AddActivityPropagation(); // Else it is on already.
        });
        return builder;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
