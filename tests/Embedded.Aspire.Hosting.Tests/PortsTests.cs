using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Probe;
using Aspire.Hosting.Publishing;

namespace Aspire.Hosting.Tests;

public sealed class PortsTests
{
    [Fact]
    public async Task ManifestPorts_OfASilo_AreAllocatedFromEightThousand()
    {
        await using var probe = new ProbeApplication();
        var silo = probe.Builder.AddProject<ProbeProject>("silo").WithHttpEndpoint(name: "http")
            .WithEndpoint(scheme: "tcp", name: "orleans-silo").WithEndpoint(scheme: "tcp", name: "orleans-gateway");

        var resolved = new ManifestPorts().Resolve(silo.Resource);

        Assert.Equal([("http", null, null), ("orleans-silo", null, 8000), ("orleans-gateway", null, 8001)],
            resolved.Select(entry => (entry.Endpoint.Name, entry.Port, entry.TargetPort)));
    }

    [Fact]
    public async Task AddResource_WithANameInUse_IsRefused()
    {
        await using var probe = new ProbeApplication();
        probe.Builder.AddProject<ProbeProject>("service");

        Assert.Throws<DistributedApplicationException>(() => probe.Builder.AddProject<ProbeProject>("service"));
    }
}
