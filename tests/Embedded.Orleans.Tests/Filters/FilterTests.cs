using Orleans.Tests.Calls;

namespace Orleans.Tests.Filters;

public sealed class FilterTests
{
    [Fact]
    public async Task Filters_AroundACall_RunInOrderAndSeeIt()
    {
        var seen = new List<string>();
        await using var silo = await TestSilo.StartAsync(s => s
            .AddIncomingGrainCallFilter(new OrderFilter("outer", seen))
            .AddIncomingGrainCallFilter(async call =>
            {
                seen.Add($"{call.TargetId} {call.InterfaceMethod.DeclaringType!.Name}.{call.MethodName} {call.Request.GetArgument(0)}");
                seen.Add($"{call.ImplementationMethod.DeclaringType!.Name} {call.Grain.GetType().Name} {call.SourceId is null}");
                await call.Invoke();
                seen.Add($"result {call.Result}");
            }));

        await silo.Grains.GetGrain<IShapesGrain>("S-1").InheritedAsync("ab").Soon();

        Assert.Equal(
            ["outer in", "shapes/S-1 IShapes.InheritedAsync ab", "ShapesGrain ShapesGrain True", "result abab", "outer out"], seen);
    }

    [Fact]
    public async Task Filter_ThatSetsTheResult_ReplacesIt()
    {
        await using var silo = await TestSilo.StartAsync(s => s.AddIncomingGrainCallFilter(call =>
        {
            call.Result = "instead";
            return Task.CompletedTask;
        }));

        Assert.Equal("instead", await silo.Grains.GetGrain<IShapesGrain>("S-1").WhoAmIAsync().Soon());
    }

    [Fact]
    public async Task Filter_ThatThrows_FailsTheCallAndFreesTheGrain()
    {
        var refuse = true;
        await using var silo = await TestSilo.StartAsync(s => s.AddIncomingGrainCallFilter(
            call => refuse ? throw new UnauthorizedAccessException("Not yours.") : call.Invoke()));
        var grain = silo.Probe("one");

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => grain.TouchAsync().Soon());

        refuse = false;
        await grain.TouchAsync().Soon();
    }

    private sealed class OrderFilter(string name, List<string> seen) : IIncomingGrainCallFilter
    {
        public async Task Invoke(IIncomingGrainCallContext context)
        {
            seen.Add($"{name} in");
            await context.Invoke();
            seen.Add($"{name} out");
        }
    }
}
