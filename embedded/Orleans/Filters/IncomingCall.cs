using System.Reflection;
using Orleans.Calls;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Orleans.Filters;

/// <summary>Walks a call through the filters to the grain.</summary>
internal sealed class IncomingCall(CallRequest call) : IIncomingGrainCallContext
{
    private int _next;

    public IInvokable Request => call;
    public object Grain => call.Activation!.GrainInstance!;
    public GrainId? SourceId { get; } = call.Caller?.Activation?.GrainId;
    public GrainId TargetId => call.Target.GrainId;
    public IGrainContext TargetContext => call.Activation!;
    public GrainInterfaceType InterfaceType => call.Method.InterfaceType;
    public string InterfaceName => call.GetInterfaceName();
    public string MethodName => call.GetMethodName();
    public MethodInfo InterfaceMethod => call.Method.InterfaceMethod;
    public object? Result { get; set; }

    public MethodInfo ImplementationMethod
    {
        get
        {
            var map = Grain.GetType().GetInterfaceMap(InterfaceMethod.DeclaringType!);
            return map.TargetMethods[Array.IndexOf(map.InterfaceMethods, InterfaceMethod)];
        }
    }

    public async Task Invoke()
    {
        var filters = call.Target.Silo.Filters;
        var step = _next++;
        try
        {
            if (step < filters.Length)
                await filters[step].Invoke(this);
            else if (step == filters.Length && Grain is IIncomingGrainCallFilter own)
                await own.Invoke(this);
            else
                Result = await call.InvokeBoxedAsync();
        }
        finally
        {
            _next = step; // A filter may try again what follows it.
        }
    }
}
