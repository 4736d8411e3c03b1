using System.Diagnostics;

namespace Orleans.Tests.Diagnostics;

/// <summary>Says what came with the call.</summary>
public interface ICarryingGrain : IGrainWithStringKey
{
    Task<string> CarriedAsync(string key);
    Task<string> CarriedThroughAsync(string key);
    Task<(ActivityTraceId Trace, ActivitySpanId Parent)> SpanAsync();
    Task<string?> AmbientAsync();
}

public sealed class CarryingGrain : Grain, ICarryingGrain
{
    public static readonly AsyncLocal<string?> Ambient = new();

    public Task<string> CarriedAsync(string key) => Task.FromResult(RequestContext.Get(key) as string ?? "nothing");
    public Task<string> CarriedThroughAsync(string key) => GrainFactory.GetGrain<ICarryingGrain>("next").CarriedAsync(key);
    public Task<string?> AmbientAsync() => Task.FromResult(Ambient.Value);

    public async Task<(ActivityTraceId Trace, ActivitySpanId Parent)> SpanAsync()
    {
        await Task.Yield();
        return (Activity.Current!.TraceId, Activity.Current.ParentSpanId);
    }
}
