namespace Orleans.Tests.Calls;

public sealed class CallCycleTests : IAsyncLifetime
{
    private TestSilo _silo = null!;
    private Script Script => _silo.Script;

    public async Task InitializeAsync() => _silo = await TestSilo.StartAsync();

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task Call_OfTheGrainItself_IsReportedWithItsName()
    {
        var failure = await Assert.ThrowsAsync<GrainCallCycleException>(() => _silo.Probe("a").ComeBackAsync("a").Soon());

        Assert.Equal("Grain calls wait for each other: probe/a.TouchAsync waits for probe/a.ComeBackAsync "
            + "which calls probe/a.TouchAsync.", failure.Message);
    }

    [Fact]
    public async Task Call_BackToACaller_IsReportedAndLeavesBothGrainsFree()
    {
        var failure = await Assert.ThrowsAsync<GrainCallCycleException>(() => _silo.Probe("a").GoRoundAsync("b").Soon());

        Assert.Contains("probe/a.GoRoundAsync", failure.Message);
        Assert.Contains("probe/b.ComeBackAsync", failure.Message);
        await _silo.Probe("a").TouchAsync().Soon();
        await _silo.Probe("b").TouchAsync().Soon();
    }

    [Fact]
    public async Task Calls_ThatCrossBetweenTwoGrains_AreReported()
    {
        var (a, b) = (_silo.Probe("a"), _silo.Probe("b"));
        var first = a.WriteThroughAsync("a", "b", "from a");
        var second = b.WriteThroughAsync("b", "a", "from b");
        await Script.Reached("a");
        await Script.Reached("b");
        Script.LetOn("from a");
        Script.LetOn("from b");

        Script.LetOn("a");
        Script.LetOn("b");

        // Whoever closes the ring is told; then the other call can end, unless both closed it at the same moment.
        var both = Task.WhenAll(first, second);
        await Assert.ThrowsAsync<GrainCallCycleException>(() => both.Soon());
    }

    [Fact]
    public async Task Call_BackWhereReentryIsAllowed_Runs() =>
        await _silo.Probe("a").GoRoundWithReentryAsync("b").Soon();

    [Fact]
    public async Task Call_OfABusyGrainThatDoesNotCallBack_Waits()
    {
        var busy = _silo.Probe("b").WriteAsync("b");
        await Script.Reached("b");
        var through = _silo.Probe("a").WriteThroughAsync("a", "b", "from a");
        Script.LetOn("a");
        Script.LetOn("from a");
        await Script.Reached("a");

        Script.LetOn("b");

        await Task.WhenAll(busy, through).Soon();
    }

    [Fact]
    public async Task Call_ThatHasStarted_WaitsForNothingOnItsGrain() =>
        Assert.Equal(0, await _silo.Probe("a").OwnBlockersAsync().Soon());

    [Fact]
    public async Task Calls_OfGrainsThatAreJustActivating_AreNeverReported()
    {
        var calls = Enumerable.Range(0, 1_000).Select(i => Task.Run(() => _silo.Probe($"a{i}").TouchOtherAsync($"b{i}")));

        await Task.WhenAll(calls).Soon();
    }
}
