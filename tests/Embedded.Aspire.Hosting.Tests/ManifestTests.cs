using Aspire.Hosting.Publishing;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Tests;

public sealed class ManifestTests
{
    [Fact]
    public async Task Manifest_AtTheRoot_IsWhatTheAppModelSays()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Projects.AppHost.ProjectPath)!, ".."));
        await using var appHost = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(["--publisher", "manifest"], Within.FiveMinutes);
        await using var app = await appHost.BuildAsync(Within.FiveMinutes);

        var written = app.Services.GetRequiredService<ManifestWriter>().Write(root);

        // After a change: dotnet run --project AppHost -- --publisher manifest --output-path ../aspire-manifest.json
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(root, "aspire-manifest.json")), written);
    }

    [Fact]
    public void ConditionalName_OfRedisTls_IsTheOneAspireWrites() => Assert.Equal(
        "cond-basketcache-bindings-tcp-tlsenabled-8c2280ff",
        ConditionalName.Of("{basketcache.bindings.tcp.tlsEnabled}", ",ssl=true", "", "True"));
}
