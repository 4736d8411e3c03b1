using Orleans.Configuration;

namespace Orleans.Tests.Activations;

public sealed class CollectionTests
{
    [Fact]
    public async Task Grain_IdleFor15Minutes_Leaves()
    {
        await using var silo = await TestSilo.StartAsync();
        var first = await silo.Probe("one").ActivationNumberAsync().Soon();

        silo.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(first, await silo.Probe("one").ActivationNumberAsync().Soon());
        silo.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(first, await silo.Probe("one").ActivationNumberAsync().Soon());
        silo.Clock.Advance(TimeSpan.FromMinutes(15));
        await silo.Script.Reached("one left");

        Assert.NotEqual(first, await silo.Probe("one").ActivationNumberAsync().Soon());
        Assert.Equal(["activated", "deactivated: ActivationIdle", "scope disposed", "activated"], silo.Script.Log);
    }

    [Fact]
    public async Task Grain_WithAShorterAge_LeavesThen()
    {
        await using var silo = await TestSilo.StartAsync(s => s.Configure<GrainCollectionOptions>(options =>
        {
            options.CollectionAge = TimeSpan.FromSeconds(20);
            options.CollectionQuantum = TimeSpan.FromSeconds(5);
        }));
        await silo.Probe("one").TouchAsync().Soon();

        silo.Clock.Advance(TimeSpan.FromSeconds(20));

        await silo.Script.Reached("one left");
    }

    [Fact]
    public async Task Grain_RunningACall_IsNotIdle()
    {
        await using var silo = await TestSilo.StartAsync();
        var held = silo.Probe("one").InterleaveAsync("a");
        await silo.Script.Reached("a");

        silo.Clock.Advance(TimeSpan.FromHours(1));

        await Assert.ThrowsAsync<TimeoutException>(() => held.Soon());
        Assert.DoesNotContain("deactivated: ActivationIdle", silo.Script.Log);
        silo.Script.LetOn("a");
    }

    [Fact]
    public async Task Grain_ThatAskedToStay_Stays()
    {
        await using var silo = await TestSilo.StartAsync();
        var first = await silo.Probe("one").ActivationNumberAsync().Soon();
        await silo.Probe("one").StayAsync(TimeSpan.FromHours(1)).Soon();

        silo.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.DoesNotContain("deactivated: ActivationIdle", silo.Script.Log);
        silo.Clock.Advance(TimeSpan.FromMinutes(1));

        await silo.Script.Reached("one left");
        Assert.NotEqual(first, await silo.Probe("one").ActivationNumberAsync().Soon());
    }
}
