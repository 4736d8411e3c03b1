using System.Collections.Concurrent;
using Orleans.Runtime;

namespace Orleans.Activations;

/// <summary>Which grains are in memory: at most one activation per id.</summary>
internal sealed class ActivationDirectory(Silo silo)
{
    private readonly ConcurrentDictionary<GrainId, Activation> _activations = new();

    public int Count => _activations.Count;

    /// <summary>Those in memory at about this moment; safe to walk while others come and go.</summary>
    public IEnumerable<Activation> All => _activations.Select(entry => entry.Value);

    public Activation FindOrCreate(GrainId grainId) => _activations.TryGetValue(grainId, out var found)
        ? found
        : _activations.GetOrAdd(grainId, static (id, silo) => new(silo, id, silo.Catalog.ClassOf(id.Type)), silo);

    public void Remove(Activation activation) =>
        _activations.TryRemove(new KeyValuePair<GrainId, Activation>(activation.GrainId, activation));
}
