namespace Orleans.Activations;

/// <summary>Lets go of grains that nobody has called for a while.</summary>
internal sealed class ActivationCollector(Silo silo) : IDisposable
{
    private ITimer? _timer;

    public void Start()
    {
        var quantum = silo.Collection.CollectionQuantum;
        _timer = silo.Clock.CreateTimer(_ => Collect(), null, quantum, quantum);
    }

    public void Dispose() => _timer?.Dispose();

    private void Collect()
    {
        foreach (var activation in silo.Directory.All)
            activation.DeactivateIfIdleFor(silo.Collection.AgeFor(activation.Class.Type));
    }
}
