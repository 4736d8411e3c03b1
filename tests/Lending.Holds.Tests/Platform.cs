using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Lending.Flows;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Lending.Holds.Tests;

/// <summary>The whole platform as its own processes on free ports, with Brands, products and staff, and a process of its own that this one is.</summary>
public sealed class Platform : IAsyncLifetime
{
    private DistributedApplication? _application;
    private LendingApp? _app;

    /// <summary>This process's way in: HTTP clients, and grains of its own.</summary>
    public LendingApp App => _app ?? throw new InvalidOperationException("The platform is not up.");

    /// <summary>Whether the AppHost is the stand-in, which starts a service that ended again and lets it hold its own port.</summary>
    public bool RestartsWhatEnds => typeof(DistributedApplication).Assembly.GetName().Name == "Embedded.Aspire.Hosting";

    private DistributedApplication Application => _application ?? throw new InvalidOperationException("The platform is not up.");

    public async Task InitializeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(["--Demo:Customers=0"], limit.Token);
        var api = builder.Resources.OfType<ProjectResource>().Single(resource => resource.Name == "lending-api");
        builder.CreateResourceBuilder(api).WithEnvironment("RateLimits__AnonymousPerMinute", "100000").WithEnvironment("RateLimits__WebhooksPerMinute", "1000000");
        _application = await builder.BuildAsync(limit.Token);
        await _application.StartAsync(limit.Token);
        foreach (var name in (string[])["sandbox", "lending-api", "lending-workers"])
            await _application.ResourceNotifications.WaitForResourceHealthyAsync(name, limit.Token);

        _app = await LendingApp.JoinAsync(
            new Installation(
                _application.GetEndpoint("lending-api"), _application.GetEndpoint("sandbox"),
                (await _application.GetConnectionStringAsync("lendingdb", limit.Token))!, await SecretAsync("field-key"), await SecretAsync("webhook-key")),
            limit.Token);

        async Task<string> SecretAsync(string name) => (await _application.Services.GetRequiredService<DistributedApplicationModel>().Resources
            .OfType<ParameterResource>().Single(parameter => parameter.Name == name).GetValueAsync(limit.Token))!;
    }

    /// <summary>Kills the process of a resource at once, as kill -9 does, and returns when its successor is healthy.</summary>
    public async Task KillAsync(string resource, CancellationToken cancellationToken)
    {
        var before = await Application.ResourceNotifications.WaitForResourceHealthyAsync(resource, cancellationToken);
        var port = Application.GetEndpoint(resource, resource == "pg" ? "tcp" : "http").Port;
        using (var process = Listener.On(port)) process.Kill();
        await Application.ResourceNotifications.WaitForResourceAsync(
            resource, now => now.Snapshot.StartTimeStamp > before.Snapshot.StartTimeStamp && now.Snapshot.HealthStatus is HealthStatus.Healthy, cancellationToken);
    }

    public async Task DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        if (_application is not null) await _application.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class PlatformCollection : ICollectionFixture<Platform>
{
    public const string Name = "platform";
}
