using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orleans;

namespace Aspire.Hosting;

/// <summary>Adds a cluster of grains to the app model.</summary>
public static class OrleansServiceExtensions
{
    /// <summary>Adds a cluster.</summary>
    public static OrleansService AddOrleans(this IDistributedApplicationBuilder builder, string name) => new(builder, name);

    /// <summary>Says how silos find each other.</summary>
    public static OrleansService WithClustering(this OrleansService orleansServiceBuilder, IProviderConfiguration provider)
    {
        orleansServiceBuilder.Clustering = provider;
        return orleansServiceBuilder;
    }

    /// <summary>Names the cluster.</summary>
    public static OrleansService WithClusterId(this OrleansService orleansServiceBuilder, string clusterId)
    {
        orleansServiceBuilder.ClusterId = clusterId;
        return orleansServiceBuilder;
    }

    /// <summary>Names the service.</summary>
    public static OrleansService WithServiceId(this OrleansService orleansServiceBuilder, string serviceId)
    {
        orleansServiceBuilder.ServiceId = serviceId;
        return orleansServiceBuilder;
    }

    /// <summary>Makes the resource a silo of the cluster.</summary>
    public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, OrleansService orleansService)
        where T : IResourceWithEnvironment, IResourceWithEndpoints
    {
        var clustering = orleansService.Clustering ?? throw new InvalidOperationException("Clustering has not been configured for this service.");
        clustering.ConfigureResource(builder, "Clustering");

        builder.WithEnvironment(context =>
        {
            context.EnvironmentVariables["Orleans__ClusterId"] = orleansService.ClusterId;
            context.EnvironmentVariables["Orleans__ServiceId"] = orleansService.ServiceId;
            context.EnvironmentVariables["Orleans__EnableDistributedTracing"] = "true";
        });
        return builder
            .WithEndpoint(scheme: "tcp", name: "orleans-silo", env: "Orleans__Endpoints__SiloPort", isProxied: true, isExternal: false)
            .WithEndpoint(scheme: "tcp", name: "orleans-gateway", env: "Orleans__Endpoints__GatewayPort", isProxied: true, isExternal: false);
    }
}
