using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lending.Benchmarks;

/// <summary>Grain calls per second and bytes per call: 100 callers, each with a grain of its own, then all on one grain.</summary>
public static class GrainCallsBenchmark
{
    private const int Callers = 100;

    public static async Task<int> RunAsync(string[] args)
    {
        var seconds = args is [var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : 3;

        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleans(silo => silo.UseLocalhostClustering());
        using var host = builder.Build();
        await host.StartAsync();
        var grains = host.Services.GetRequiredService<IGrainFactory>();

        var own = Enumerable.Range(0, Callers).Select(i => grains.GetGrain<ICounterGrain>($"c{i}")).ToArray();
        var shared = Enumerable.Repeat(grains.GetGrain<ICounterGrain>("shared"), Callers).ToArray();
        await MeasureAsync(own, TimeSpan.FromSeconds(1)); // The compiler and the thread pool settle.
        await MeasureAsync(shared, TimeSpan.FromSeconds(1));

        Print("a grain per caller", await MeasureAsync(own, TimeSpan.FromSeconds(seconds)));
        Print("one shared grain", await MeasureAsync(shared, TimeSpan.FromSeconds(seconds)));
        await host.StopAsync();
        return 0;
    }

    private static async Task<Figures> MeasureAsync(ICounterGrain[] targets, TimeSpan time)
    {
        using var stop = new CancellationTokenSource();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        var callers = targets.Select(target => Task.Run(() => CallAsync(target, stop.Token))).ToArray();
        stop.CancelAfter(time);
        var calls = (await Task.WhenAll(callers)).Sum();
        return new(calls / watch.Elapsed.TotalSeconds, (double)(GC.GetTotalAllocatedBytes(precise: true) - bytes) / calls);
    }

    private static async Task<long> CallAsync(ICounterGrain grain, CancellationToken stop)
    {
        long calls = 0;
        for (; !stop.IsCancellationRequested; calls++)
            await grain.AddAsync(1);
        return calls;
    }

    private static void Print(string what, Figures figures) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"grain-calls, {Callers} callers, {what}: {figures.CallsPerSecond:N0} calls/s, {figures.BytesPerCall:N0} bytes/call"));

    private readonly record struct Figures(double CallsPerSecond, double BytesPerCall);
}
