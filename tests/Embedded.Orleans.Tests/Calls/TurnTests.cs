namespace Orleans.Tests.Calls;

public sealed class TurnTests
{
    [Fact]
    public async Task Turns_OfManyInterleavedCalls_NeverRunAtTheSameTime()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<ICrowdedGrain>("one");

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(grain.StepAsync))).Soon();

        Assert.Equal(2_000, await grain.CountAsync());
    }

    [Fact]
    public async Task Await_OfSomethingOutside_ComesBackToTheGrain()
    {
        await using var silo = await TestSilo.StartAsync();
        var outside = new TaskCompletionSource();
        var answer = silo.Grains.GetGrain<ICrowdedGrain>("one").ReturnsToItsTurnsAsync(outside.Task);

        outside.SetResult();

        Assert.True(await answer.Soon());
    }

    [Fact]
    public async Task Answer_ToACallerOutside_ContinuesOutsideTheGrain()
    {
        await using var silo = await TestSilo.StartAsync();

        await Task.Run(async () =>
        {
            await silo.Grains.GetGrain<ICrowdedGrain>("one").StepAsync();
            Assert.Null(SynchronizationContext.Current);
        }).Soon();
    }
}
