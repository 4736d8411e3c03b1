using Aspire.Hosting;
using Aspire.Hosting.Testing;
using Lending.Flows;

namespace Lending.Journeys.Tests;

/// <summary>The real processes on free ports with a throw-away data folder, the demo Brands without their customers, and one browser.</summary>
public sealed class RunningLending : IAsyncLifetime
{
    private const string FieldKey = "field-key-of-the-journeys-0123456789";
    private const string WebhookKey = "webhook-key-of-the-journeys-0123456789";
    private static readonly TimeSpan StartMax = TimeSpan.FromMinutes(6);

    private DistributedApplication? _host;
    private LendingApp? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public LendingApp App => _app ?? throw new InvalidOperationException("The installation is not up.");

    public Uri Portal { get; private set; } = null!;

    /// <summary>The code that each member of staff used last; journeys of the same people follow one another.</summary>
    public Dictionary<string, string> UsedCodes { get; } = new(StringComparer.Ordinal);

    public Uri Sandbox => App.Installation.Sandbox;

    public async Task InitializeAsync()
    {
        if (Chromium.Path is null) return;
        using var limit = new CancellationTokenSource(StartMax);
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
            ["--Demo:Customers=0", $"--Parameters:field-key={FieldKey}", $"--Parameters:webhook-key={WebhookKey}"], limit.Token);
        var browser = StartBrowserAsync();
        _host = await builder.BuildAsync(limit.Token);
        await _host.StartAsync(limit.Token);
        foreach (var name in new[] { "lending-api", "lending-portal", "sandbox", "lending-workers" })
            await _host.ResourceNotifications.WaitForResourceHealthyAsync(name, limit.Token);
        Portal = _host.GetEndpoint("lending-portal", "http");
        _app = await LendingApp.JoinAsync(new Installation(
            _host.GetEndpoint("lending-api", "http"), _host.GetEndpoint("sandbox", "http"), (await _host.GetConnectionStringAsync("lendingdb", limit.Token))!,
            FieldKey, WebhookKey), limit.Token);
        await browser;
    }

    /// <summary>Plays one journey. What every open page showed is kept when it fails.</summary>
    public async Task PlayAsync(string name, Func<Stage, Task> play)
    {
        await using var stage = new Stage(this, _browser!, name);
        try
        {
            await play(stage);
        }
        catch (Exception)
        {
            await stage.KeepEvidenceAsync();
            throw;
        }
    }

    public async Task DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_host is not null) await _host.DisposeAsync();
    }

    private async Task StartBrowserAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }
}

[CollectionDefinition(Name)]
public sealed class LendingCollection : ICollectionFixture<RunningLending>
{
    public const string Name = "running lending";
}
