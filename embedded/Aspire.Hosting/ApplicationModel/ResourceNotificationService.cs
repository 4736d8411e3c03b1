using Aspire.Dashboard.Embedded;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Tells what state each resource is in, and lets others wait for one.</summary>
public sealed class ResourceNotificationService
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ResourceEvent> _latest = [];
    private readonly List<(string Name, Func<CustomResourceSnapshot, bool> Wanted, TaskCompletionSource<ResourceEvent> Source)> _waiting = [];
    private readonly ResourceBoard _board;

    internal ResourceNotificationService(IEnumerable<IResource> resources, ResourceBoard board)
    {
        _board = board;
        foreach (var resource in resources) Publish(resource, new CustomResourceSnapshot(TypeOf(resource), KnownResourceStates.NotStarted));
    }

    /// <summary>Waits until the resource runs and its health check passes. Throws if it failed to start.</summary>
    public async Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, CancellationToken cancellationToken = default)
    {
        var found = await WaitForResourceAsync(resourceName, reached => IsHealthy(reached) || HasFailed(reached.Snapshot), cancellationToken);
        return IsHealthy(found)
            ? found
            : throw new DistributedApplicationException(
                $"Resource '{resourceName}' has entered the '{found.Snapshot.State?.Text}' state{(found.Snapshot.Detail is { } why ? $": {why}" : "")}.");
    }

    /// <summary>Waits until the resource is in a state; <see cref="KnownResourceStates.Running"/> when none is named.</summary>
    public async Task WaitForResourceAsync(string resourceName, string? targetState = null, CancellationToken cancellationToken = default) =>
        await WaitForResourceAsync(resourceName, reached => reached.Snapshot.State?.Text == (targetState ?? KnownResourceStates.Running), cancellationToken);

    /// <summary>Waits until the resource is as wanted.</summary>
    public Task<ResourceEvent> WaitForResourceAsync(string resourceName, Func<ResourceEvent, bool> predicate, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (!_latest.TryGetValue(resourceName, out var latest)) throw new ArgumentException($"There is no resource '{resourceName}'.", nameof(resourceName));
            if (predicate(latest)) return Task.FromResult(latest);

            var source = new TaskCompletionSource<ResourceEvent>(TaskCreationOptions.RunContinuationsAsynchronously);
            var resource = latest.Resource;
            _waiting.Add((resourceName, snapshot => predicate(new ResourceEvent(resource, resourceName, snapshot)), source));
            return source.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The latest state of a resource.</summary>
    public bool TryGetCurrentState(string resourceName, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ResourceEvent? resourceEvent)
    {
        lock (_gate) return _latest.TryGetValue(resourceName, out resourceEvent);
    }

    internal static bool HasFailed(CustomResourceSnapshot snapshot) => snapshot.State?.Text switch
    {
        KnownResourceStates.FailedToStart => true,
        KnownResourceStates.Finished => snapshot.ExitCode is not 0,
        _ => false,
    };

    internal CustomResourceSnapshot Of(IResource resource)
    {
        lock (_gate) return _latest[resource.Name].Snapshot;
    }

    internal void Update(IResource resource, Func<CustomResourceSnapshot, CustomResourceSnapshot> change)
    {
        lock (_gate) Publish(resource, change(_latest[resource.Name].Snapshot));
    }

    private static bool IsHealthy(ResourceEvent reached) =>
        reached.Snapshot is { State.Text: KnownResourceStates.Running, HealthStatus: null or HealthStatus.Healthy };

    // Called under the gate, so that the board sees changes in the order they happened.
    private void Publish(IResource resource, CustomResourceSnapshot snapshot)
    {
        var latest = _latest[resource.Name] = new ResourceEvent(resource, resource.Name, snapshot);
        _board.Report(new ResourceSnapshot(
            resource.Name,
            snapshot.ResourceType,
            StateWord(snapshot),
            snapshot.HealthStatus?.ToString(),
            Urls(resource),
            snapshot.ProcessId,
            snapshot.StartTimeStamp,
            snapshot.Restarts,
            snapshot.Detail));

        foreach (var met in _waiting.Where(waiter => waiter.Name == resource.Name && waiter.Wanted(snapshot)).ToList())
        {
            _waiting.Remove(met);
            met.Source.TrySetResult(latest);
        }
    }

    private static string StateWord(CustomResourceSnapshot snapshot) => snapshot.State?.Text switch
    {
        KnownResourceStates.NotStarted => "Waiting",
        KnownResourceStates.Exited => "Stopped",
        _ when HasFailed(snapshot) => "Failed",
        var state => state ?? "",
    };

    private static string[] Urls(IResource resource) => resource is not IResourceWithEndpoints listening
        ? []
        :
        [
            .. resource.Annotations.OfType<EndpointAnnotation>()
                .Where(endpoint => endpoint.AllocatedPort > 0)
                .Select(endpoint => new EndpointReference(listening, endpoint.Name).Url),
        ];

    private static string TypeOf(IResource resource) => resource.GetType().Name is var name && name.EndsWith("Resource", StringComparison.Ordinal)
        ? name[..^"Resource".Length]
        : resource.GetType().Name;
}
