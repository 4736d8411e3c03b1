using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Azure;
using Aspire.Hosting.Probe;
using Aspire.Hosting.Running;

namespace Aspire.Hosting.Tests;

public sealed class EnvironmentTests
{
    private static readonly DistributedApplicationExecutionContext Run = new(DistributedApplicationOperation.Run);

    [Fact]
    public async Task Reference_ToADatabase_InjectsItsConnectionString()
    {
        await using var probe = new ProbeApplication("--Parameters:pg-password=secret");
        var database = probe.Builder.AddPostgres("pg").AddDatabase("lendingdb");
        var service = probe.Builder.AddProject<ProbeProject>("service").WithReference(database);
        Allocate(database.Resource.Parent, "tcp", 6299);

        var variables = await EnvironmentVariables.ResolveAsync(service.Resource, Run, Within.FiveMinutes);

        Assert.Equal("Host=127.0.0.1;Port=6299;Username=postgres;Password=secret;Database=lendingdb", variables["ConnectionStrings__lendingdb"]);
        Assert.DoesNotContain(variables.Keys, name => name.StartsWith("LENDINGDB", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reference_ToAService_InjectsItsAddress()
    {
        await using var probe = new ProbeApplication();
        var api = probe.Builder.AddProject<ProbeProject>("lending-api").WithHttpEndpoint(name: "http");
        var all = probe.Builder.AddProject<ProbeProject>("all").WithReference(api);
        var some = probe.Builder.AddProject<ProbeProject>("some").WithReference(api)
            .WithReferenceEnvironment(ReferenceEnvironmentInjectionFlags.ConnectionString | ReferenceEnvironmentInjectionFlags.ServiceDiscovery);
        Allocate(api.Resource, "http", 6298);

        var everything = await EnvironmentVariables.ResolveAsync(all.Resource, Run, Within.FiveMinutes);
        var limited = await EnvironmentVariables.ResolveAsync(some.Resource, Run, Within.FiveMinutes);

        Assert.Equal("http://127.0.0.1:6298", everything["services__lending-api__http__0"]);
        Assert.Equal("http://127.0.0.1:6298", everything["LENDING_API_HTTP"]);
        Assert.Equal("http://127.0.0.1:6298", limited["services__lending-api__http__0"]);
        Assert.DoesNotContain("LENDING_API_HTTP", limited.Keys);
    }

    [Fact]
    public async Task Reference_ToBlobs_InjectsTheEmulator()
    {
        await using var probe = new ProbeApplication();
        var documents = probe.Builder.AddAzureStorage("storage").RunAsEmulator().AddBlobs("documents");
        var service = probe.Builder.AddProject<ProbeProject>("service").WithReference(documents);
        Allocate(documents.Resource.Parent, "blob", 6297);

        var variables = await EnvironmentVariables.ResolveAsync(service.Resource, Run, Within.FiveMinutes);

        Assert.Contains("BlobEndpoint=http://127.0.0.1:6297/devstoreaccount1;", variables["ConnectionStrings__documents"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reference_ToARedisThatIsInProcess_InjectsNothing()
    {
        await using var probe = new ProbeApplication();
        var redis = probe.Builder.AddRedis("redis");
        redis.Resource.IsInProcess = true;
        var service = probe.Builder.AddProject<ProbeProject>("service").WithReference(redis);

        var variables = await EnvironmentVariables.ResolveAsync(service.Resource, Run, Within.FiveMinutes);

        Assert.DoesNotContain("ConnectionStrings__redis", variables.Keys);
    }

    [Fact]
    public async Task Start_OfAService_GivesItVariablesAndItsOwnAddressOnly()
    {
        await using var probe = new ProbeApplication();
        var secret = probe.Builder.AddParameter("jwt-key", new GenerateParameterDefault { MinLength = 22 }, secret: true, persist: true);
        probe.Builder.AddProject<ProbeProject>("service").WithArgs("serve").WithHttpEndpoint(name: "http").WithHttpHealthCheck("/health")
            .WithEnvironment("Jwt__Key", secret);

        await probe.App.StartAsync(Within.FiveMinutes);
        await probe.Notifications.WaitForResourceHealthyAsync("service", Within.FiveMinutes);
        using var client = probe.ClientOf("service");

        Assert.Equal(await secret.Resource.GetValueAsync(), await client.GetStringAsync("/environment/Jwt__Key"));
        Assert.Equal(client.BaseAddress!.ToString().TrimEnd('/'), await client.GetStringAsync("/environment/ASPNETCORE_URLS"));
        Assert.Equal("127.0.0.1", client.BaseAddress.Host);
        Assert.Equal("Development", await client.GetStringAsync("/environment/ASPNETCORE_ENVIRONMENT"));
    }

    private static void Allocate(IResource resource, string endpoint, int port) =>
        resource.Annotations.OfType<EndpointAnnotation>().Single(annotation => annotation.Name == endpoint).AllocatedPort = port;
}
