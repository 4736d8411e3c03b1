using Microsoft.Extensions.DependencyInjection;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Orleans.Activations;

/// <summary>A grain class: its kind, the interfaces it answers, and how to make one.</summary>
internal sealed class GrainClass(Type type)
{
    public Type Type { get; } = type;
    public GrainType GrainType { get; } = GrainType.Create(KindOf(type));
    public bool IsReentrant { get; } = type.IsDefined(typeof(ReentrantAttribute), inherit: true);
    public IReadOnlyList<Type> Interfaces { get; } = [.. type.GetInterfaces().Where(GrainCatalog.IsGrainInterface)];

    /// <summary>Makes the grain, its dependencies from the given services.</summary>
    public ObjectFactory Create { get; } = ActivatorUtilities.CreateFactory(type, []);

    private static string KindOf(Type type)
    {
        var name = type.Name.ToLowerInvariant();
        return name.EndsWith("grain", StringComparison.Ordinal) && name.Length > "grain".Length
            ? name[..^"grain".Length]
            : name;
    }
}
