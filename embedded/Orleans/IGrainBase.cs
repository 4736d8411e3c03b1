using Orleans.Runtime;

namespace Orleans;

/// <summary>What the runtime asks of a grain class.</summary>
public interface IGrainBase
{
    IGrainContext GrainContext { get; }

    /// <summary>Runs before the first call. If it throws, the waiting calls fail with that exception and nothing stays.</summary>
    Task OnActivateAsync(CancellationToken token) => Task.CompletedTask;

    /// <summary>Runs after the last call. Not run when the process is killed.</summary>
    Task OnDeactivateAsync(DeactivationReason reason, CancellationToken token) => Task.CompletedTask;
}
