using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Adds Redis.</summary>
public static class RedisBuilderExtensions
{
    /// <summary>Adds a server with a made-up password.</summary>
    public static IResourceBuilder<RedisResource> AddRedis(this IDistributedApplicationBuilder builder, string name, int? port = null)
    {
        var password = ParameterResourceBuilderExtensions.Create(
            builder, $"{name}-password", new GenerateParameterDefault { MinLength = 22, Special = false }, secret: true, persist: true);
        var redis = new RedisResource(name, password) { Image = "docker.io/library/redis:8.6", Entrypoint = "/bin/sh" };

        return builder.AddResource(redis)
            .WithEndpoint(port, targetPort: 6379, scheme: "redis", name: "tcp")
            .WithEnvironment(context => context.EnvironmentVariables["REDIS_PASSWORD"] = password)
            .WithArgs("-c", "redis-server --requirepass $REDIS_PASSWORD");
    }
}
