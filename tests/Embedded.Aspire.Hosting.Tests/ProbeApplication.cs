using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;

namespace Aspire.Hosting.Tests;

/// <summary>A small application of real processes, with ports and data of its own.</summary>
internal sealed class ProbeApplication : IAsyncDisposable
{
    private readonly TemporaryFolder _data = new();
    private DistributedApplication? _app;

    public ProbeApplication(params string[] args) => Builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions
    {
        Args = [$"--DataFolder={_data.Path}", .. args], DisableDashboard = true, ProjectDirectory = _data.Path,
    });

    public IDistributedApplicationBuilder Builder { get; }

    public DistributedApplication App => _app ??= Builder.Build();

    public ResourceNotificationService Notifications => App.ResourceNotifications;

    public HttpClient ClientOf(string resource) => App.CreateHttpClient(resource);

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        _data.Dispose();
    }
}
