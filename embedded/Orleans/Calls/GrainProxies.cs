using System.Reflection;
using System.Reflection.Emit;
using Orleans.Activations;
using Orleans.Runtime;

namespace Orleans.Calls;

/// <summary>
/// Writes one class per grain interface at start: each method packs its arguments into a tuple and sends them.
/// Orleans generates the same at build time; here it is emitted, so that no build step is needed.
/// </summary>
internal static class GrainProxies
{
    // ValueTuple holds seven items before it nests. A command record is the better answer to an eighth.
    private const int ParametersMax = 7;

    private static readonly Lock Gate = new();
    private static readonly Dictionary<Assembly, ModuleBuilder> Modules = [];
    private static readonly Dictionary<Type, Type> Known = [];

    public static Type Of(Type grainInterface)
    {
        lock (Gate)
        {
            if (!Known.TryGetValue(grainInterface, out var proxy))
                Known[grainInterface] = proxy = Emit(grainInterface);
            return proxy;
        }
    }

    private static Type Emit(Type grainInterface)
    {
        var proxy = ModuleFor(grainInterface.Assembly).DefineType($"{grainInterface.FullName}.Proxy{Known.Count}",
            TypeAttributes.Public | TypeAttributes.Sealed, typeof(GrainReference), [grainInterface]);
        EmitConstructor(proxy);

        var methods = new Dictionary<string, object>();
        foreach (var declaring in grainInterface.GetInterfaces().Append(grainInterface))
        {
            foreach (var method in declaring.GetMethods(BindingFlags.Public | BindingFlags.Instance))
            {
                var shape = new GrainMethodShape(method, ParametersMax);
                var field = proxy.DefineField($"{method.Name}{methods.Count}", shape.DescriptorType,
                    FieldAttributes.Public | FieldAttributes.Static);
                EmitMethod(proxy, method, shape, field);
                methods.Add(field.Name, Activator.CreateInstance(shape.DescriptorType, method)!);
            }
        }

        var made = proxy.CreateType();
        foreach (var (name, descriptor) in methods)
            made.GetField(name)!.SetValue(null, descriptor);
        return made;
    }

    private static void EmitConstructor(TypeBuilder proxy)
    {
        Type[] parameters = [typeof(Silo), typeof(GrainId)];
        var il = proxy.DefineConstructor(MethodAttributes.Public, CallingConventions.HasThis, parameters).GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Call, typeof(GrainReference).GetConstructor(BindingFlags.NonPublic | BindingFlags.Instance, parameters)!);
        il.Emit(OpCodes.Ret);
    }

    // return this.Send(Method, new ValueTuple<…>(arguments), token or default);
    private static void EmitMethod(TypeBuilder proxy, MethodInfo method, GrainMethodShape shape, FieldInfo descriptor)
    {
        var implementation = proxy.DefineMethod($"{method.DeclaringType!.FullName}.{method.Name}",
            MethodAttributes.Private | MethodAttributes.Virtual | MethodAttributes.Final | MethodAttributes.NewSlot,
            method.ReturnType, shape.ParameterTypes);
        var il = implementation.GetILGenerator();

        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldsfld, descriptor);
        if (shape.ParameterTypes.Length == 0)
        {
            il.Emit(OpCodes.Ldloc, il.DeclareLocal(shape.ArgumentsType));
        }
        else
        {
            for (var i = 1; i <= shape.ParameterTypes.Length; i++)
                il.Emit(OpCodes.Ldarg, (short)i);
            il.Emit(OpCodes.Newobj, shape.ArgumentsType.GetConstructor(shape.ParameterTypes)!);
        }

        if (shape.HasToken)
            il.Emit(OpCodes.Ldarg, (short)shape.ParameterTypes.Length);
        else
            il.Emit(OpCodes.Ldloc, il.DeclareLocal(typeof(CancellationToken)));

        il.Emit(OpCodes.Call, shape.SendMethod);
        il.Emit(OpCodes.Ret);
        proxy.DefineMethodOverride(implementation, method);
    }

    // Grain interfaces may be internal to their assembly; the runtime honours this attribute by its name. It reads the
    // attributes of an assembly once, so each assembly with grain interfaces gets a module of its own.
    private static ModuleBuilder ModuleFor(Assembly assembly)
    {
        if (!Modules.TryGetValue(assembly, out var module))
        {
            var constructor = typeof(System.Runtime.CompilerServices.IgnoresAccessChecksToAttribute).GetConstructor([typeof(string)])!;
            string[] opened = [typeof(GrainProxies).Assembly.GetName().Name!, assembly.GetName().Name!];
            var name = $"{assembly.GetName().Name}.GrainProxies";
            Modules[assembly] = module = AssemblyBuilder.DefineDynamicAssembly(
                new AssemblyName(name), AssemblyBuilderAccess.Run,
                opened.Distinct().Select(friend => new CustomAttributeBuilder(constructor, [friend]))).DefineDynamicModule(name);
        }
        return module;
    }
}
