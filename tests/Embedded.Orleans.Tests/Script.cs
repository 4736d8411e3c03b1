using System.Collections.Concurrent;

namespace Orleans.Tests;

/// <summary>Lets a test watch grains and hold them at named points.</summary>
public sealed class Script
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _points = new();
    private readonly ConcurrentQueue<string> _log = new();

    public string[] Log => [.. _log];

    public void Note(string line) => _log.Enqueue(line);

    /// <summary>Called by the grain: says that it came here and waits to be let on.</summary>
    public async Task HoldAsync(string point)
    {
        Note($"{point} starts");
        Point($"{point} reached").TrySetResult();
        await Point($"{point} let on").Task;
        Note($"{point} ends");
    }

    public Task Reached(string point) => Point($"{point} reached").Task.Soon();

    public void LetOn(string point) => Point($"{point} let on").TrySetResult();

    public void Reach(string point) => Point($"{point} reached").TrySetResult();

    private TaskCompletionSource Point(string name) =>
        _points.GetOrAdd(name, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
