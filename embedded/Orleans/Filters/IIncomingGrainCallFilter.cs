using System.Reflection;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Orleans;

/// <summary>Runs around every call that reaches a grain here, in the order of registration. A grain may be one itself.</summary>
public interface IIncomingGrainCallFilter
{
    Task Invoke(IIncomingGrainCallContext context);
}

/// <summary>A filter written as a method.</summary>
public delegate Task IncomingGrainCallFilterDelegate(IIncomingGrainCallContext context);

/// <summary>A grain call as a filter sees it.</summary>
public interface IGrainCallContext
{
    IInvokable Request { get; }
    object Grain { get; }

    /// <summary>The grain that calls; null for a call from outside.</summary>
    GrainId? SourceId { get; }
    GrainId TargetId { get; }
    GrainInterfaceType InterfaceType { get; }
    string InterfaceName { get; }
    string MethodName { get; }
    MethodInfo InterfaceMethod { get; }

    /// <summary>What the call returned, once <see cref="Invoke"/> has ended; a filter may replace it.</summary>
    object? Result { get; set; }

    /// <summary>Goes on to the next filter, and from the last one to the grain.</summary>
    Task Invoke();
}

/// <summary>A grain call where it arrives.</summary>
public interface IIncomingGrainCallContext : IGrainCallContext
{
    IGrainContext TargetContext { get; }
    MethodInfo ImplementationMethod { get; }
}
