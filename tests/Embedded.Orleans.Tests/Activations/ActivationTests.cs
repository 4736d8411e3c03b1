namespace Orleans.Tests.Activations;

public sealed class ActivationTests : IAsyncLifetime
{
    private TestSilo _silo = null!;
    private IProbeGrain _grain = null!;

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync();
        _grain = _silo.Probe("one");
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task FirstCalls_AllAtOnce_ActivateOnceBeforeAnyRuns()
    {
        var numbers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(_grain.ActivationNumberAsync))).Soon();

        Assert.Single(numbers.Distinct());
        Assert.Equal(["activated"], _silo.Script.Log);
    }

    [Fact]
    public async Task Activation_ThatFails_FailsItsCallsAndDoesNotStay()
    {
        var key = Guid.Parse("6f1a3c0e-5d0f-4f4e-9d5e-0c8b6a1f2d33");
        var grain = _silo.Grains.GetGrain<IFragileGrain>(key);

        await Assert.ThrowsAsync<InvalidDataException>(() => grain.KeyAsync().Soon());

        Assert.Equal(key, await grain.KeyAsync().Soon());
    }

    [Fact]
    public async Task DeactivateOnIdle_InACall_EndsTheActivationAfterThatCall()
    {
        var before = await _grain.ActivationNumberAsync().Soon();
        await _grain.LeaveAsync().Soon();

        var after = await _grain.ActivationNumberAsync().Soon();

        Assert.NotEqual(before, after);
        Assert.Equal(["activated", "deactivated: ApplicationRequested", "scope disposed", "activated"], _silo.Script.Log);
    }

    [Fact]
    public async Task DeactivateOnIdle_WithCallsWaiting_LeavesThemToTheNextActivation()
    {
        var held = _grain.WriteAsync("a");
        await _silo.Script.Reached("a");
        var leave = _grain.LeaveAsync();
        var after = _grain.ActivationNumberAsync();

        _silo.Script.LetOn("a");
        await Task.WhenAll(held, leave, after).Soon();

        Assert.Equal(
            ["activated", "a starts", "a ends", "deactivated: ApplicationRequested", "scope disposed", "activated"], _silo.Script.Log);
    }

    [Fact]
    public async Task Stop_WithACallRunning_LetsItEndAndDeactivates()
    {
        var held = _grain.WriteAsync("a");
        await _silo.Script.Reached("a");
        var stop = _silo.StopAsync();
        _silo.Script.LetOn("a");

        await Task.WhenAll(held, stop).Soon();

        Assert.Equal(["activated", "a starts", "a ends", "deactivated: ShuttingDown", "scope disposed"], _silo.Script.Log);
        await Assert.ThrowsAsync<SiloUnavailableException>(() => _grain.TouchAsync().Soon());
    }
}
