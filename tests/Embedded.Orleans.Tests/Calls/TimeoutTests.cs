using Orleans.Configuration;

namespace Orleans.Tests.Calls;

public sealed class TimeoutTests
{
    [Fact]
    public async Task Call_UnansweredFor30Seconds_TimesOutForTheCallerAndGoesOn()
    {
        await using var silo = await TestSilo.StartAsync();
        var call = silo.Probe("one").WriteAsync("a");
        await silo.Script.Reached("a");

        silo.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(call.IsCompleted);
        silo.Clock.Advance(TimeSpan.FromSeconds(1));
        var failure = await Assert.ThrowsAsync<TimeoutException>(() => call.Soon());

        Assert.Contains("probe/one.WriteAsync", failure.Message);
        silo.Script.LetOn("a");
        await silo.Probe("one").TouchAsync().Soon();
        Assert.Equal(["activated", "a starts", "a ends"], silo.Script.Log);
    }

    [Fact]
    public async Task Call_ThatTimedOutWhileWaiting_NeverStarts()
    {
        await using var silo = await TestSilo.StartAsync(s => s.Configure<SiloMessagingOptions>(o => o.ResponseTimeout = TimeSpan.FromSeconds(5)));
        var first = silo.Probe("one").WriteAsync("a");
        await silo.Script.Reached("a");
        var second = silo.Probe("one").WriteAsync("b");

        silo.Clock.Advance(TimeSpan.FromSeconds(5));
        await Assert.ThrowsAsync<TimeoutException>(() => first.Soon());
        await Assert.ThrowsAsync<TimeoutException>(() => second.Soon());
        silo.Script.LetOn("a");
        await silo.Probe("one").TouchAsync().Soon();

        Assert.DoesNotContain("b starts", silo.Script.Log);
    }
}
