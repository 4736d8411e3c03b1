using System.Reflection;

namespace Orleans.Serialization.Invocation;

/// <summary>The method and arguments of a call.</summary>
public interface IInvokable
{
    int GetArgumentCount();
    object? GetArgument(int index);
    MethodInfo GetMethod();
    string GetMethodName();
    string GetInterfaceName();
    Type GetInterfaceType();
    string GetActivityName();
}
