namespace Orleans.Tests.Timers;

public sealed class TimerTests : IAsyncLifetime
{
    private TestSilo _silo = null!;
    private ITickingGrain _grain = null!;

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync();
        _grain = _silo.Grains.GetGrain<ITickingGrain>(7);
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task Timer_Registered_TicksWhenDueAndEveryPeriodUntilDisposed()
    {
        await _grain.StartAsync(TimeSpan.FromSeconds(10)).Soon();

        _silo.Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(0, await _grain.TicksAsync().Soon());
        _silo.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await _grain.TicksAsync().Soon());
        _silo.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, await _grain.TicksAsync().Soon());
        _silo.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(3, await _grain.TicksAsync().Soon());

        await _grain.StopAsync().Soon();
        _silo.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(3, await _grain.TicksAsync().Soon());
    }

    [Fact]
    public async Task Tick_WhileACallRuns_WaitsForItsEnd()
    {
        await _grain.StartAsync(TimeSpan.FromSeconds(10)).Soon();
        var held = _grain.HoldAsync("a");
        await _silo.Script.Reached("a");

        _silo.Clock.Advance(TimeSpan.FromSeconds(10));
        _silo.Script.LetOn("a");
        await held.Soon();
        await _silo.Script.Reached("tick 1");

        Assert.Equal(["a starts", "a ends", "tick"], _silo.Script.Log);
    }

    [Fact]
    public async Task Tick_ThatInterleaves_RunsDuringACall()
    {
        await _grain.StartAsync(TimeSpan.FromSeconds(10), interleave: true).Soon();
        var held = _grain.HoldAsync("a");
        await _silo.Script.Reached("a");

        _silo.Clock.Advance(TimeSpan.FromSeconds(10));
        await _silo.Script.Reached("tick 1");

        _silo.Script.LetOn("a");
        await held.Soon();
        Assert.Equal(["a starts", "tick", "a ends"], _silo.Script.Log);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Tick_OfAnIdleGrain_KeepsItOnlyWhenAsked(bool keepAlive)
    {
        await _grain.StartAsync(TimeSpan.FromMinutes(1), keepAlive: keepAlive).Soon();
        for (var minute = 0; minute < 14; minute++)
        {
            var ended = _silo.Clock.NextTimerSet();
            _silo.Clock.Advance(TimeSpan.FromMinutes(1));
            await ended;
        }
        _silo.Clock.Advance(TimeSpan.FromMinutes(1));

        // A grain that stayed goes on ticking; one that left starts anew, without a timer.
        await _silo.Script.Reached(keepAlive ? "tick 15" : "left");
        Assert.Equal(keepAlive ? 15 : 0, await _grain.TicksAsync().Soon());
    }
}
