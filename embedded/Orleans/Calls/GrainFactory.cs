using System.Collections.Concurrent;
using System.Globalization;
using System.Linq.Expressions;
using Orleans.Activations;
using Orleans.Runtime;

namespace Orleans.Calls;

/// <summary>Makes references: a small object that knows the grain's id and where it was last found.</summary>
internal sealed class GrainFactory(Silo silo) : IClusterClient
{
    private readonly ConcurrentDictionary<Type, Func<Silo, GrainId, GrainReference>> _proxies = new();
    private readonly ConcurrentDictionary<Type, GrainType> _kinds = new();

    public IServiceProvider ServiceProvider => silo.Services;

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey =>
        Get<TGrainInterface>(primaryKey.ToString("N"), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey =>
        Get<TGrainInterface>(primaryKey.ToString("X", CultureInfo.InvariantCulture), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(primaryKey);
        return Get<TGrainInterface>(primaryKey, grainClassNamePrefix);
    }

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId) where TGrainInterface : IAddressable =>
        (TGrainInterface)(IAddressable)CreateReference(typeof(TGrainInterface), grainId);

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey) =>
        (IGrain)CreateReference(grainInterfaceType, GrainId.Create(KindFor(grainInterfaceType, null), grainPrimaryKey));

    public GrainReference CreateReference(Type grainInterface, GrainId grainId) =>
        _proxies.GetOrAdd(grainInterface, CompileConstructor)(silo, grainId);

    private TGrainInterface Get<TGrainInterface>(string key, string? classNamePrefix) =>
        (TGrainInterface)(object)CreateReference(typeof(TGrainInterface),
            GrainId.Create(KindFor(typeof(TGrainInterface), classNamePrefix), key));

    private GrainType KindFor(Type grainInterface, string? classNamePrefix) => classNamePrefix is null
        ? _kinds.GetOrAdd(grainInterface, static (type, silo) => silo.Catalog.ClassFor(type, null).GrainType, silo)
        : silo.Catalog.ClassFor(grainInterface, classNamePrefix).GrainType;

    private static Func<Silo, GrainId, GrainReference> CompileConstructor(Type grainInterface)
    {
        var silo = Expression.Parameter(typeof(Silo));
        var grainId = Expression.Parameter(typeof(GrainId));
        var constructor = GrainProxies.Of(grainInterface).GetConstructor([typeof(Silo), typeof(GrainId)])!;
        return Expression.Lambda<Func<Silo, GrainId, GrainReference>>(
            Expression.New(constructor, silo, grainId), silo, grainId).Compile();
    }
}
