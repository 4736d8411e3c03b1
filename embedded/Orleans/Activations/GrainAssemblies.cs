using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Orleans.Activations;

/// <summary>
/// Finds the application's types that may be grains: everything in the program's folder that references this
/// assembly. Asking the folder, not only what is loaded, finds grains that no code has touched yet.
/// </summary>
internal static class GrainAssemblies
{
    private static readonly string OwnName = typeof(GrainAssemblies).Assembly.GetName().Name!;

    public static IEnumerable<Type> Types() => Loaded().Concat(Beside()).Distinct().SelectMany(TypesOf);

    private static IEnumerable<Assembly> Loaded() => AppDomain.CurrentDomain.GetAssemblies()
        .Where(assembly => !assembly.IsDynamic && assembly.GetReferencedAssemblies().Any(name => name.Name == OwnName));

    private static IEnumerable<Assembly> Beside()
    {
        var trusted = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "";
        return trusted.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(path => path.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal) && References(path))
            .Select(path => Assembly.Load(AssemblyName.GetAssemblyName(path)));
    }

    private static bool References(string path)
    {
        using var file = File.OpenRead(path);
        using var image = new PEReader(file);
        if (!image.HasMetadata)
            return false;
        var metadata = image.GetMetadataReader();
        return metadata.AssemblyReferences.Any(handle =>
            metadata.StringComparer.Equals(metadata.GetAssemblyReference(handle).Name, OwnName));
    }

    private static Type[] TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            return [.. e.Types.OfType<Type>()]; // A type whose optional dependency is absent cannot be a grain that runs.
        }
    }
}
