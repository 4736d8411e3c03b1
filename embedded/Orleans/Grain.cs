using Microsoft.Extensions.DependencyInjection;
using Orleans.Activations;
using Orleans.Runtime;

namespace Orleans;

/// <summary>The base of grain classes: one object in memory per key, one call at a time.</summary>
public abstract class Grain : IGrainBase, IAddressable
{
    /// <summary>Only the runtime makes grains, because only it knows their key.</summary>
    protected Grain() : this(Activation.BeingCreated
        ?? throw new InvalidOperationException("A grain is made by calling it through IGrainFactory, not with new."))
    {
    }

    protected Grain(IGrainContext grainContext) => GrainContext = grainContext;

    public IGrainContext GrainContext { get; }
    public GrainReference GrainReference => GrainContext.GrainReference;
    public string IdentityString => GrainContext.GrainId.ToString();

    protected IGrainFactory GrainFactory => ServiceProvider.GetRequiredService<IGrainFactory>();
    protected internal IServiceProvider ServiceProvider => GrainContext.ActivationServices;

    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>Leaves memory after the current call; the next call makes a fresh activation.</summary>
    protected void DeactivateOnIdle() => GrainContext.Deactivate(
        new(DeactivationReasonCode.ApplicationRequested, "The grain asked to be deactivated."));

    /// <summary>Keeps the grain in memory for at least this long, called or not.</summary>
    protected void DelayDeactivation(TimeSpan timeSpan)
    {
        if (GrainContext is Activation activation)
            activation.KeepFor(timeSpan);
    }
}
