namespace Orleans.Runtime;

/// <summary>One activation of a grain, as seen from inside it.</summary>
public interface IGrainContext
{
    GrainId GrainId { get; }
    GrainReference GrainReference { get; }

    /// <summary>The grain object; null until it is made.</summary>
    object? GrainInstance { get; }

    /// <summary>Scoped services that live as long as the activation.</summary>
    IServiceProvider ActivationServices { get; }

    /// <summary>Ends when the activation has left memory.</summary>
    Task Deactivated { get; }

    /// <summary>Takes no further call, lets the running ones end, then leaves memory.</summary>
    void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default);
}
