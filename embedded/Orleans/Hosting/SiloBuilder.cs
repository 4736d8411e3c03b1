using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Orleans.Activations;
using Orleans.Calls;
using Orleans.Configuration;
using Orleans.Diagnostics;

namespace Orleans.Hosting;

/// <summary>Registers the in-process runtime once, and configures it from section "Orleans".</summary>
internal sealed class SiloBuilder(IServiceCollection services, IConfiguration configuration) : ISiloBuilder
{
    public IServiceCollection Services { get; } = services;
    public IConfiguration Configuration { get; } = configuration;

    public static void Configure(IServiceCollection services, IConfiguration configuration, Action<ISiloBuilder> configure)
    {
        var builder = new SiloBuilder(services, configuration);
        if (!services.Any(service => service.ServiceType == typeof(Silo)))
            builder.AddRuntime();
        configure(builder);
    }

    private void AddRuntime()
    {
        var section = Configuration.GetSection("Orleans");
        Services.AddOptions<ClusterOptions>().Bind(section);
        Services.AddOptions<SiloMessagingOptions>().Bind(section.GetSection("Messaging"));
        Services.AddOptions<GrainCollectionOptions>();
        if (section.GetValue<bool>("EnableDistributedTracing"))
            Services.AddSingleton<ActivityPropagation>();

        Services.TryAddSingleton(_ => new GrainCatalog(GrainAssemblies.Types()));
        Services.AddSingleton<Silo>();
        Services.AddSingleton<IClusterClient>(provider => provider.GetRequiredService<Silo>().Factory);
        Services.AddSingleton<IGrainFactory>(provider => provider.GetRequiredService<Silo>().Factory);
        Services.AddScoped<Runtime.IGrainContext>(_ => Activation.BeingCreated
            ?? throw new InvalidOperationException("A grain context can be had only while a grain is made."));
        Services.AddHostedService<SiloService>();
    }
}
