using System.Reflection;
using Orleans.Runtime;

namespace Orleans.Calls;

/// <summary>The types that one grain method's call is made of. Refuses signatures that Orleans would refuse too.</summary>
internal sealed class GrainMethodShape
{
    public GrainMethodShape(MethodInfo method, int parametersMax)
    {
        ParameterTypes = [.. method.GetParameters().Select(parameter => parameter.ParameterType)];
        if (ParameterTypes.Length > parametersMax || method.IsGenericMethod || ParameterTypes.Any(type => type.IsByRef))
            throw Refused(method, $"must have at most {parametersMax} parameters, none generic, ref or out");

        HasToken = ParameterTypes.LastOrDefault() == typeof(CancellationToken);
        if (ParameterTypes.Count(type => type == typeof(CancellationToken)) > (HasToken ? 1 : 0))
            throw Refused(method, "may take one CancellationToken, as its last parameter");

        ArgumentsType = TupleOf(ParameterTypes);

        var returned = method.ReturnType;
        var result = returned.IsGenericType ? returned.GetGenericArguments()[0] : null;
        var (send, definition) = returned switch
        {
            _ when returned == typeof(Task) => (nameof(GrainReference.SendTask), typeof(GrainMethod<,>)),
            _ when returned == typeof(ValueTask) => (nameof(GrainReference.SendValueTask), typeof(GrainMethod<,>)),
            _ when IsA(returned, typeof(Task<>)) => (nameof(GrainReference.SendTaskOf), typeof(GrainMethod<,,>)),
            _ when IsA(returned, typeof(ValueTask<>)) => (nameof(GrainReference.SendValueTaskOf), typeof(GrainMethod<,,>)),
            _ => throw Refused(method, "must return Task, Task<T>, ValueTask or ValueTask<T>"),
        };

        Type[] types = result is null
            ? [method.DeclaringType!, ArgumentsType]
            : [method.DeclaringType!, ArgumentsType, result];
        DescriptorType = definition.MakeGenericType(types);
        SendMethod = typeof(GrainReference).GetMethod(send, BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(types);
    }

    public Type[] ParameterTypes { get; }
    public Type ArgumentsType { get; }
    public Type DescriptorType { get; }
    public MethodInfo SendMethod { get; }
    public bool HasToken { get; }

    private static bool IsA(Type type, Type definition) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == definition;

    private static Type TupleOf(Type[] types) => types.Length switch
    {
        0 => typeof(ValueTuple),
        1 => typeof(ValueTuple<>).MakeGenericType(types),
        2 => typeof(ValueTuple<,>).MakeGenericType(types),
        3 => typeof(ValueTuple<,,>).MakeGenericType(types),
        4 => typeof(ValueTuple<,,,>).MakeGenericType(types),
        5 => typeof(ValueTuple<,,,,>).MakeGenericType(types),
        6 => typeof(ValueTuple<,,,,,>).MakeGenericType(types),
        _ => typeof(ValueTuple<,,,,,,>).MakeGenericType(types),
    };

    private static InvalidOperationException Refused(MethodInfo method, string rule) =>
        new($"Grain method {method.DeclaringType!.Name}.{method.Name} {rule}.");
}
