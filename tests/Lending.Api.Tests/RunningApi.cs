using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Lending.Flows;

namespace Lending.Api.Tests;

/// <summary>One installation for all tests of this assembly: the one that LENDING_API names, else the AppHost's, started for them.</summary>
public sealed class RunningApi : IAsyncLifetime
{
    private const string FieldKey = "field-key-of-the-api-tests-0123456789";
    private const string WebhookKey = "webhook-key-of-the-api-tests-0123456789";
    private static readonly TimeSpan StartMax = TimeSpan.FromMinutes(4);

    private DistributedApplication? _host;
    private TelemetryEar? _ear;
    private LendingApp? _app;

    public LendingApp App => _app ?? throw new InvalidOperationException("The installation is not up.");

    /// <summary>What the processes tell of themselves; null where they were started by somebody else.</summary>
    public TelemetryEar? Ear => _ear;

    public async Task InitializeAsync()
    {
        using var limit = new CancellationTokenSource(StartMax);
        _app = await LendingApp.JoinAsync(Installation.FromEnvironment() ?? await StartAsync(limit.Token), limit.Token);
        await _app.AddBrandsAsync(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), limit.Token);
    }

    public async Task DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        if (_host is not null) await _host.DisposeAsync();
        if (_ear is not null) await _ear.DisposeAsync();
    }

    private async Task<Installation> StartAsync(CancellationToken cancellationToken)
    {
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
            ["--DemoData=false", $"--Parameters:field-key={FieldKey}", $"--Parameters:webhook-key={WebhookKey}"], cancellationToken);
        _ear = await TelemetryEar.OpenAsync();
        foreach (var project in builder.Resources.OfType<ProjectResource>().Where(project => project.Name != "sandbox"))
            foreach (var (name, value) in _ear.EnvironmentOf(project.Name)) builder.CreateResourceBuilder(project).WithEnvironment(name, value);
        _host = await builder.BuildAsync(cancellationToken);
        await _host.StartAsync(cancellationToken);
        foreach (var service in new[] { "lending-api", "lending-workers", "sandbox" })
            await _host.ResourceNotifications.WaitForResourceHealthyAsync(service, cancellationToken);
        return new Installation(
            _host.GetEndpoint("lending-api", "http"), _host.GetEndpoint("sandbox", "http"),
            await _host.GetConnectionStringAsync("lendingdb", cancellationToken) ?? "", FieldKey, WebhookKey);
    }
}

[CollectionDefinition(Name)]
public sealed class ApiCollection : ICollectionFixture<RunningApi>
{
    public const string Name = "api";
}
