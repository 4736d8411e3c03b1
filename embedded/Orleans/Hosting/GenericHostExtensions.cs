using Orleans.Hosting;

namespace Microsoft.Extensions.Hosting;

/// <summary>Makes a host a silo: grains run in it and can be called from it.</summary>
public static class GenericHostExtensions
{
    public static HostApplicationBuilder UseOrleans(this HostApplicationBuilder hostAppBuilder) =>
        hostAppBuilder.UseOrleans(_ => { });

    public static HostApplicationBuilder UseOrleans(this HostApplicationBuilder hostAppBuilder, Action<ISiloBuilder> configureDelegate)
    {
        SiloBuilder.Configure(hostAppBuilder.Services, hostAppBuilder.Configuration, configureDelegate);
        return hostAppBuilder;
    }

    public static IHostApplicationBuilder UseOrleans(this IHostApplicationBuilder hostAppBuilder) =>
        hostAppBuilder.UseOrleans(_ => { });

    public static IHostApplicationBuilder UseOrleans(this IHostApplicationBuilder hostAppBuilder, Action<ISiloBuilder> configureDelegate)
    {
        SiloBuilder.Configure(hostAppBuilder.Services, hostAppBuilder.Configuration, configureDelegate);
        return hostAppBuilder;
    }

    public static IHostBuilder UseOrleans(this IHostBuilder hostBuilder, Action<ISiloBuilder> configureDelegate) =>
        hostBuilder.UseOrleans((_, silo) => configureDelegate(silo));

    public static IHostBuilder UseOrleans(this IHostBuilder hostBuilder, Action<HostBuilderContext, ISiloBuilder> configureDelegate) =>
        hostBuilder.ConfigureServices((context, services) =>
            SiloBuilder.Configure(services, context.Configuration, silo => configureDelegate(context, silo)));
}
