using System.Collections.Concurrent;
using System.Diagnostics;

namespace Orleans.Tests.Diagnostics;

public sealed class CarryingTests
{
    [Fact]
    public async Task RequestContext_SetByACaller_TravelsFromGrainToGrain()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<ICarryingGrain>("one");

        RequestContext.Set("brand", "north");
        Assert.Equal("north", await grain.CarriedThroughAsync("brand").Soon());

        RequestContext.Clear();
        Assert.Equal("nothing", await grain.CarriedThroughAsync("brand").Soon());
    }

    [Fact]
    public async Task AsyncLocal_OfACaller_DoesNotReachTheGrain()
    {
        await using var silo = await TestSilo.StartAsync();

        CarryingGrain.Ambient.Value = "the caller's";

        Assert.Null(await silo.Grains.GetGrain<ICarryingGrain>("one").AmbientAsync().Soon());
    }

    [Fact]
    public async Task Activity_OfACaller_ContinuesInTheGrain()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var request = new ActivitySource("CarryingTests");
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Microsoft.Orleans.Application" or "CarryingTests",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var silo = await TestSilo.StartAsync(s => s.AddActivityPropagation());
        var grain = silo.Grains.GetGrain<ICarryingGrain>("one");

        using var root = request.StartActivity("request")!;
        var (trace, parent) = await grain.SpanAsync().Soon();

        Assert.Same(root, Activity.Current);
        Assert.Equal(root.TraceId, trace);
        var client = Assert.Single(spans, span => span.TraceId == root.TraceId && span.Kind == ActivityKind.Client);
        var server = Assert.Single(spans, span => span.TraceId == root.TraceId && span.Kind == ActivityKind.Server);
        Assert.Equal("ICarryingGrain/SpanAsync", server.DisplayName);
        Assert.Equal((root.SpanId, client.SpanId, client.SpanId), (client.ParentSpanId, server.ParentSpanId, parent));
        Assert.Equal("carrying/one", server.GetTagItem("rpc.orleans.target_id"));
    }
}
