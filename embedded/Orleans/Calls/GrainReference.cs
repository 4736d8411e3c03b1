using Orleans.Activations;
using Orleans.Calls;

namespace Orleans.Runtime;

/// <summary>A reference to a grain, called like the grain itself. Two are equal when they name the same grain.</summary>
public abstract class GrainReference : IAddressable, IEquatable<GrainReference>
{
    private Activation? _activation; // Where the last call went; asked first, so most calls skip the directory.

    internal GrainReference(Silo silo, GrainId grainId) => (Silo, GrainId) = (silo, grainId);

    public GrainId GrainId { get; }

    internal Silo Silo { get; }

    public bool Equals(GrainReference? other) => other is not null && GrainId == other.GrainId;
    public override bool Equals(object? obj) => obj is GrainReference other && Equals(other);
    public override int GetHashCode() => GrainId.GetHashCode();
    public override string ToString() => GrainId.ToString();

    // The proxies call these four, one for each kind of return type.
    internal Task SendTask<TGrain, TArguments>(
        GrainMethod<TGrain, TArguments> method, TArguments arguments, CancellationToken cancellationToken)
        where TGrain : class
    {
        var call = new Call<TGrain, TArguments>(this, method, arguments);
        call.Send(cancellationToken);
        return call.Answer;
    }

    internal Task<TResult> SendTaskOf<TGrain, TArguments, TResult>(
        GrainMethod<TGrain, TArguments, TResult> method, TArguments arguments, CancellationToken cancellationToken)
        where TGrain : class
    {
        var call = new Call<TGrain, TArguments, TResult>(this, method, arguments);
        call.Send(cancellationToken);
        return call.Answer;
    }

    internal ValueTask SendValueTask<TGrain, TArguments>(
        GrainMethod<TGrain, TArguments> method, TArguments arguments, CancellationToken cancellationToken)
        where TGrain : class => new(SendTask(method, arguments, cancellationToken));

    internal ValueTask<TResult> SendValueTaskOf<TGrain, TArguments, TResult>(
        GrainMethod<TGrain, TArguments, TResult> method, TArguments arguments, CancellationToken cancellationToken)
        where TGrain : class => new(SendTaskOf(method, arguments, cancellationToken));

    internal void Deliver(CallRequest call)
    {
        var activation = _activation ?? Silo.Directory.FindOrCreate(GrainId);
        while (!activation.TryTake(call))
            activation = Silo.Directory.FindOrCreate(GrainId);
        _activation = activation;
    }
}
