using Orleans.Calls;

namespace Orleans.Activations;

/// <summary>A step of the activation's own life. Runs alone, whatever the grain allows its calls.</summary>
internal abstract class LifecycleRequest : Request
{
    protected LifecycleRequest(Activation activation) => Activation = activation;
}

/// <summary>Makes the grain and lets it load.</summary>
internal sealed class ActivationRequest(Activation activation) : LifecycleRequest(activation)
{
    public override void Start() => _ = Activation!.ActivateAsync(this);
    public override string ToString() => $"{Activation!.GrainId}.OnActivateAsync";
}

/// <summary>Lets the grain put things away, and forgets it.</summary>
internal sealed class DeactivationRequest(Activation activation, DeactivationReason reason, CancellationToken cancellationToken)
    : LifecycleRequest(activation)
{
    public override void Start() => _ = Activation!.DeactivateAsync(reason, cancellationToken);
    public override string ToString() => $"{Activation!.GrainId}.OnDeactivateAsync";
}
