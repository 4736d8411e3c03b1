using System.Collections.Concurrent;

namespace Lending.Portal.Components;

/// <summary>What someone began to enter on a record, kept until it is submitted. One draft per person and key.</summary>
public interface IDrafts
{
    Task<Draft?> LoadAsync(string key, CancellationToken cancellationToken);
    Task SaveAsync(string key, string json, CancellationToken cancellationToken);
    Task DropAsync(string key, CancellationToken cancellationToken);
}

/// <summary>A draft and when it was saved.</summary>
public sealed record Draft(string Json, DateTimeOffset SavedAt);

/// <summary>Keeps drafts as long as the circuit lives, for pages without a store of their own.</summary>
public sealed class CircuitDrafts(TimeProvider clock) : IDrafts
{
    private readonly ConcurrentDictionary<string, Draft> _drafts = new(StringComparer.Ordinal);

    public Task<Draft?> LoadAsync(string key, CancellationToken cancellationToken) => Task.FromResult(_drafts.GetValueOrDefault(key));

    public Task SaveAsync(string key, string json, CancellationToken cancellationToken)
    {
        _drafts[key] = new(json, clock.GetUtcNow());
        return Task.CompletedTask;
    }

    public Task DropAsync(string key, CancellationToken cancellationToken)
    {
        _drafts.TryRemove(key, out _);
        return Task.CompletedTask;
    }
}
