using System.Linq.Expressions;
using System.Reflection;

namespace Orleans.Calls;

/// <summary>Compiles <c>(grain, arguments) => grain.Method(arguments.Item1, …)</c>, so that no call pays for reflection.</summary>
internal static class GrainInvokers
{
    public static TInvoker Compile<TInvoker>(MethodInfo method, Type argumentsType, Type valueTaskType)
        where TInvoker : Delegate
    {
        var grain = Expression.Parameter(method.DeclaringType!, "grain");
        var arguments = Expression.Parameter(argumentsType.MakeByRefType(), "arguments");
        var items = method.GetParameters().Select((_, index) => Expression.Field(arguments, $"Item{index + 1}"));

        Expression call = Expression.Call(grain, method, items);
        if (call.Type != valueTaskType)
            call = Expression.New(valueTaskType.GetConstructor([call.Type])!, call);

        return Expression.Lambda<TInvoker>(call, grain, arguments).Compile();
    }
}
