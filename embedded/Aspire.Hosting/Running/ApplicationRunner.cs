using Aspire.Dashboard.Embedded;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Azure;
using Aspire.Hosting.Running.Servers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Running;

/// <summary>Starts all resources, each when what it waits for is there, and stops them in the opposite order.</summary>
internal sealed class ApplicationRunner(
    DistributedApplicationBuilder builder, ResourceNotificationService notifications, ResourceBoard board, TimeProvider clock) : IHostedService
{
    private const int DashboardPort = 15000;

    private readonly HostConsole _console = new();
    private readonly Dictionary<IResource, ResourceRunner> _runners = [];
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(5) };
    private readonly Lock _gate = new();
    private DataFolder? _data;
    private DashboardServer? _dashboard;
    private Task? _stopped;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var configuration = builder.Configuration;
        var randomize = configuration.GetValue<bool>("DcpPublisher:RandomizePorts");
        int? dashboardPort = builder.Options.DisableDashboard ? null : configuration.GetValue<int?>("Ports:Dashboard") ?? DashboardPort;

        Ports.Allocate(builder.Resources, randomize, dashboardPort);
        _data = DataFolder.Open(DataFolder.PathOf(configuration, builder.AppHostDirectory), configuration.GetValue<bool>("Fresh"), _console);
        if (dashboardPort is { } port)
        {
            _dashboard = await DashboardServer.StartAsync(randomize ? 0 : port, board, cancellationToken);
            _console.Say($"Dashboard: {_dashboard.Url}");
        }

        foreach (var resource in builder.Resources)
        {
            if (resource is RedisResource redis) redis.IsInProcess = new RedisLaunch(redis, _data, _console).Detail is not null;
            if (LaunchOf(resource) is { } launch) _runners[resource] = RunnerOf(resource, launch);
            else if (resource is ParameterResource) notifications.Update(resource, snapshot => snapshot with { State = KnownResourceStates.Running });
        }
        foreach (var runner in _runners.Values) runner.Start();
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_gate) return _stopped ??= StopAllAsync();
    }

    private async Task StopAllAsync()
    {
        var stops = new Dictionary<IResource, Task>();
        await Task.WhenAll(_runners.Keys.Select(StopOf));
        if (_dashboard is not null) await _dashboard.DisposeAsync();
        _data?.Dispose();
        _http.Dispose();

        // A resource stops when everything that waited for it, or for something inside it, has stopped.
        Task StopOf(IResource resource)
        {
            if (stops.TryGetValue(resource, out var known)) return known;
            var dependents = _runners.Keys
                .Where(other => other != resource
                    && other.Annotations.OfType<WaitAnnotation>().Any(wait => wait.Resource == resource || Inside(resource).Contains(wait.Resource)))
                .Select(StopOf).ToList();
            return stops[resource] = StopAfterAsync(dependents, _runners[resource]);
        }
    }

    private static async Task StopAfterAsync(IReadOnlyList<Task> dependents, ResourceRunner runner)
    {
        await Task.WhenAll(dependents);
        await runner.StopAsync();
    }

    private ResourceRunner RunnerOf(IResource resource, Launch launch)
    {
        var isAwaited = builder.Resources.SelectMany(other => other.Annotations.OfType<WaitAnnotation>())
            .Any(wait => wait.Kind == WaitKind.ForCompletion && wait.Resource == resource);
        var serves = resource.Annotations.OfType<EndpointAnnotation>().Any(endpoint => endpoint.UriScheme is not "tcp") || resource is ContainerResource;
        return new ResourceRunner(resource, launch, isAwaited || !serves, Inside(resource), notifications, board, _console, clock);
    }

    private List<IResource> Inside(IResource resource) =>
        [.. builder.Resources.Where(child => child is IResourceWithParent { Parent: var parent } && parent == resource)];

    private Launch? LaunchOf(IResource resource) => resource switch
    {
        PostgresServerResource server => new PostgresLaunch(server, [.. Inside(server).OfType<PostgresDatabaseResource>()], _data!, _console),
        RedisResource redis => new RedisLaunch(redis, _data!, _console),
        AzureStorageResource { IsEmulator: true } storage => new AzuriteLaunch(storage, _data!, _console, _http),
        ProjectResource project => new ProjectLaunch(
            project, builder.ExecutionContext, builder.Environment.EnvironmentName, _dashboard?.Url, _http, new EnvironmentFiles(_data!)),
        ParameterResource or IResourceWithParent => null,
        _ => throw new DistributedApplicationException($"This stack cannot run '{resource.Name}'."),
    };
}
