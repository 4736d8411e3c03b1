using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Serialization;

namespace Orleans.Tests.Hosting;

public sealed class HostingTests
{
    [Fact]
    public async Task UseOrleans_OnEveryKindOfBuilder_ServesGrains()
    {
        var application = Host.CreateEmptyApplicationBuilder(null);
        application.UseOrleans().Services.AddSingleton<Script>().AddScoped<Resource>();
        var web = WebApplication.CreateSlimBuilder();
        web.UseOrleans().Services.AddSingleton<Script>().AddScoped<Resource>();
        var generic = new HostBuilder().UseOrleans(silo => silo.Services.AddSingleton<Script>().AddScoped<Resource>());

        foreach (var host in new[] { application.Build(), web.Build(), generic.Build() })
        {
            using (host)
                await host.Services.GetRequiredService<IClusterClient>().GetGrain<IProbeGrain>("one").TouchAsync().Soon();
        }
    }

    [Fact]
    public void UseOrleans_WithTheSettingsOfACluster_AcceptsThem()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Orleans:ClusterId"] = "lending",
            ["Orleans:Messaging:ResponseTimeout"] = "00:00:05",
        });
        builder.UseOrleans(silo =>
        {
            silo.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = ("Npgsql", "Host=localhost"));
            silo.Configure<ClusterOptions>(options => options.ServiceId = "lending-service");
            silo.Services.AddSerializer(serializer => serializer.AddJsonSerializer(isSupported: type => type.Namespace == "Lending"));
        });
        using var host = builder.Build();

        var cluster = host.Services.GetRequiredService<IOptions<ClusterOptions>>().Value;
        Assert.Equal(("lending", "lending-service"), (cluster.ClusterId, cluster.ServiceId));
        Assert.Equal(TimeSpan.FromSeconds(5), host.Services.GetRequiredService<IOptions<SiloMessagingOptions>>().Value.ResponseTimeout);
    }

    [Fact]
    public async Task GetGrain_OfAnInterfaceNoClassImplements_Throws()
    {
        await using var silo = await TestSilo.StartAsync();

        Assert.Throws<ArgumentException>(() => silo.Grains.GetGrain<INobodysGrain>("one"));
    }

    [Fact]
    public async Task GetGrain_OfAnInterfaceWithAWrongSignature_NamesTheMethod()
    {
        await using var silo = await TestSilo.StartAsync();

        var failure = Assert.Throws<InvalidOperationException>(() => silo.Grains.GetGrain<IWrongGrain>("one"));

        Assert.Equal("Grain method IWrongGrain.Count must return Task, Task<T>, ValueTask or ValueTask<T>.", failure.Message);
    }

    public interface INobodysGrain : IGrainWithStringKey;

    public interface IWrongGrain : IGrainWithStringKey
    {
        int Count();
    }

    public sealed class WrongGrain : Grain, IWrongGrain
    {
        public int Count() => 1;
    }
}
