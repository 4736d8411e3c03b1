using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Diagnostics;
using Orleans.Filters;

namespace Orleans.Hosting;

/// <summary>What the product asks of a silo. Clustering is accepted and means nothing in one process.</summary>
public static class SiloBuilderExtensions
{
    public static ISiloBuilder ConfigureServices(this ISiloBuilder builder, Action<IServiceCollection> configureDelegate)
    {
        configureDelegate(builder.Services);
        return builder;
    }

    public static ISiloBuilder Configure<TOptions>(this ISiloBuilder builder, Action<TOptions> configureOptions) where TOptions : class =>
        builder.ConfigureServices(services => services.Configure(configureOptions));

    public static ISiloBuilder Configure<TOptions>(this ISiloBuilder builder, IConfiguration configuration) where TOptions : class =>
        builder.ConfigureServices(services => services.Configure<TOptions>(configuration));

    public static ISiloBuilder ConfigureLogging(this ISiloBuilder builder, Action<ILoggingBuilder> configureLogging) =>
        builder.ConfigureServices(services => services.AddLogging(configureLogging));

    public static ISiloBuilder UseLocalhostClustering(
        this ISiloBuilder builder, int siloPort = 11111, int gatewayPort = 30000, IPEndPoint? primarySiloEndpoint = null,
        string serviceId = "dev", string clusterId = "dev") =>
        builder.Configure<ClusterOptions>(options => (options.ServiceId, options.ClusterId) = (serviceId, clusterId));

    public static ISiloBuilder UseAdoNetClustering(this ISiloBuilder builder, Action<AdoNetClusteringSiloOptions> configureOptions) =>
        builder.Configure(configureOptions);

    public static ISiloBuilder ConfigureEndpoints(
        this ISiloBuilder builder, int siloPort, int gatewayPort,
        System.Net.Sockets.AddressFamily addressFamily = System.Net.Sockets.AddressFamily.InterNetwork, bool listenOnAnyHostAddress = false) =>
        builder;

    public static ISiloBuilder AddIncomingGrainCallFilter(this ISiloBuilder builder, IIncomingGrainCallFilter filter) =>
        builder.ConfigureServices(services => services.AddSingleton(filter));

    public static ISiloBuilder AddIncomingGrainCallFilter<TImplementation>(this ISiloBuilder builder)
        where TImplementation : class, IIncomingGrainCallFilter =>
        builder.ConfigureServices(services => services.AddSingleton<IIncomingGrainCallFilter, TImplementation>());

    public static ISiloBuilder AddIncomingGrainCallFilter(this ISiloBuilder builder, IncomingGrainCallFilterDelegate filter) =>
        builder.AddIncomingGrainCallFilter(new DelegateFilter(filter));

    /// <summary>Traces every call: a client span at the caller, a server span at the grain.</summary>
    public static ISiloBuilder AddActivityPropagation(this ISiloBuilder builder) =>
        builder.ConfigureServices(services => services.AddSingleton<ActivityPropagation>());
}
