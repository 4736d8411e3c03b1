using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Orleans.Tests;

/// <summary>A host with grains, a clock that stands still and a script.</summary>
public sealed class TestSilo : IAsyncDisposable
{
    private readonly IHost _host;

    private TestSilo(IHost host) => _host = host;

    public ManualClock Clock { get; } = new();
    public Script Script { get; } = new();
    public IServiceProvider Services => _host.Services;
    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public static async Task<TestSilo> StartAsync(Action<ISiloBuilder>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.UseOrleans(silo => configure?.Invoke(silo.UseLocalhostClustering()));

        TestSilo? made = null;
        builder.Services.AddSingleton<TimeProvider>(_ => made!.Clock).AddSingleton(_ => made!.Script);
        builder.Services.AddScoped<Resource>();
        made = new(builder.Build());
        await made._host.StartAsync();
        return made;
    }

    public IProbeGrain Probe(string key) => Grains.GetGrain<IProbeGrain>(key);

    public Task StopAsync() => _host.StopAsync().Soon();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _host.Dispose();
    }
}

/// <summary>A scoped service, to see that an activation's scope ends with it.</summary>
public sealed class Resource(Script script) : IDisposable
{
    public void Dispose() => script.Note("scope disposed");
}
