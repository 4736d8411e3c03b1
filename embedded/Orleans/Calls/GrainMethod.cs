using System.Reflection;
using Orleans.Activations;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Orleans.Calls;

/// <summary>One method of a grain interface, read once: how it may interleave and what it is called in traces.</summary>
internal abstract class GrainMethod(MethodInfo method)
{
    public MethodInfo InterfaceMethod { get; } = method;
    public bool IsReadOnly { get; } = method.IsDefined(typeof(ReadOnlyAttribute));
    public bool AlwaysInterleaves { get; } = method.IsDefined(typeof(AlwaysInterleaveAttribute));
    public bool IsOneWay { get; } = method.IsDefined(typeof(OneWayAttribute));
    public GrainInterfaceType InterfaceType { get; } = GrainCatalog.NameOf(method.DeclaringType!);
    public string ActivityName { get; } = $"{method.DeclaringType!.Name}/{method.Name}";
}

/// <summary>Calls a grain's method with its arguments, compiled.</summary>
internal delegate ValueTask GrainInvoker<in TGrain, TArguments>(TGrain grain, in TArguments arguments);

/// <inheritdoc cref="GrainInvoker{TGrain,TArguments}"/>
internal delegate ValueTask<TResult> GrainInvoker<in TGrain, TArguments, TResult>(TGrain grain, in TArguments arguments);

internal sealed class GrainMethod<TGrain, TArguments>(MethodInfo method) : GrainMethod(method)
{
    public GrainInvoker<TGrain, TArguments> Invoke { get; } =
        GrainInvokers.Compile<GrainInvoker<TGrain, TArguments>>(method, typeof(TArguments), typeof(ValueTask));
}

internal sealed class GrainMethod<TGrain, TArguments, TResult>(MethodInfo method) : GrainMethod(method)
{
    public GrainInvoker<TGrain, TArguments, TResult> Invoke { get; } =
        GrainInvokers.Compile<GrainInvoker<TGrain, TArguments, TResult>>(method, typeof(TArguments), typeof(ValueTask<TResult>));
}
