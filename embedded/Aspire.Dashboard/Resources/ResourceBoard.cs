using System.Collections.Concurrent;

namespace Aspire.Dashboard.Embedded;

/// <summary>
/// What the AppHost tells the dashboard: the state and the console of each resource. Thread-safe; holds at most
/// 200 resources, further ones are ignored.
/// </summary>
public sealed class ResourceBoard(TimeProvider? clock = null)
{
    internal const int ResourcesMax = 200;

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly ConcurrentDictionary<string, ResourceSnapshot> _snapshots = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ResourceConsole> _consoles = new(StringComparer.Ordinal);

    // The app model's order is how developers think of their resources, so it is kept.
    private readonly ConcurrentDictionary<string, int> _order = new(StringComparer.Ordinal);

    internal TimeProvider Clock => _clock;

    /// <summary>Raised on the reporting thread after each change; handlers must return at once and not throw.</summary>
    public event Action<BoardChange>? Changed;

    /// <summary>The resources, in the order they were first reported.</summary>
    public IReadOnlyList<ResourceSnapshot> Snapshots =>
        [.. _snapshots.Values.OrderBy(snapshot => _order.GetValueOrDefault(snapshot.Name))];

    /// <summary>Replaces what is known of the resource of that name.</summary>
    public void Report(ResourceSnapshot snapshot)
    {
        if (_snapshots.Count >= ResourcesMax && !_snapshots.ContainsKey(snapshot.Name)) return;
        _order.TryAdd(snapshot.Name, _order.Count);
        _snapshots[snapshot.Name] = snapshot;
        Changed?.Invoke(new BoardChange(BoardChangeKind.Resource, snapshot.Name));
    }

    /// <summary>Keeps a line of the resource's output; <paramref name="isError"/> says it came from stderr.</summary>
    public void AppendLog(string resource, string line, bool isError)
    {
        if (_consoles.Count >= ResourcesMax && !_consoles.ContainsKey(resource)) return;
        _consoles.GetOrAdd(resource, static _ => new ResourceConsole()).Append(_clock.GetUtcNow(), line, isError);
        Changed?.Invoke(new BoardChange(BoardChangeKind.Console, resource));
    }

    /// <summary>The kept lines of a resource after the given number (0 for all), oldest first.</summary>
    public IReadOnlyList<ConsoleLine> ReadConsole(string resource, long after = 0) =>
        _consoles.TryGetValue(resource, out var console) ? console.After(after) : [];
}
