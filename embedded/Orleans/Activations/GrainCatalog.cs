using System.Reflection;
using Orleans.Runtime;

namespace Orleans.Activations;

/// <summary>Which grain classes there are, and which of them answers an interface. Read once, when the silo starts.</summary>
internal sealed class GrainCatalog
{
    private static readonly Type[] Markers =
        [typeof(IGrain), typeof(IGrainWithStringKey), typeof(IGrainWithGuidKey), typeof(IGrainWithIntegerKey)];

    private readonly Dictionary<GrainType, GrainClass> _byKind = [];
    private readonly ILookup<Type, GrainClass> _byInterface;

    public GrainCatalog(IEnumerable<Type> candidates)
    {
        foreach (var type in candidates.Where(IsGrainClass))
        {
            var grainClass = new GrainClass(type);
            if (!_byKind.TryAdd(grainClass.GrainType, grainClass))
            {
                throw new InvalidOperationException($"{type} and {_byKind[grainClass.GrainType].Type} are both grains of kind "
                    + $"'{grainClass.GrainType}'. Rename one.");
            }
        }
        _byInterface = _byKind.Values
            .SelectMany(grainClass => grainClass.Interfaces, (grainClass, type) => (grainClass, type))
            .ToLookup(pair => pair.type, pair => pair.grainClass);
    }

    public static bool IsGrainInterface(Type type) =>
        type.IsInterface && typeof(IGrain).IsAssignableFrom(type) && !Markers.Contains(type);

    public static GrainInterfaceType NameOf(Type grainInterface) => GrainInterfaceType.Create(
        grainInterface.GetCustomAttribute<AliasAttribute>()?.Alias ?? grainInterface.FullName!);

    public GrainClass ClassOf(GrainType kind) => _byKind.TryGetValue(kind, out var found)
        ? found
        : throw new ArgumentException($"No grain class is of kind '{kind}'.");

    /// <summary>The one class that answers the interface; a prefix of its full name chooses where there are several.</summary>
    public GrainClass ClassFor(Type grainInterface, string? classNamePrefix)
    {
        var classes = _byInterface[grainInterface]
            .Where(grainClass => classNamePrefix is null
                || grainClass.Type.FullName!.StartsWith(classNamePrefix, StringComparison.Ordinal))
            .ToArray();
        return classes switch
        {
            [var only] => only,
            [] => throw new ArgumentException($"No grain class implements {grainInterface}."),
            _ => throw new ArgumentException($"{grainInterface} is implemented by {string.Join(" and ", classes.Select(c => c.Type))}."),
        };
    }

    private static bool IsGrainClass(Type type) =>
        type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
        && typeof(IGrainBase).IsAssignableFrom(type) && type.GetInterfaces().Any(IsGrainInterface);
}
