namespace Orleans.Tests.Calls;

public sealed class InterleavingTests : IAsyncLifetime
{
    private TestSilo _silo = null!;
    private IProbeGrain _grain = null!;
    private Script Script => _silo.Script;

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync();
        _grain = _silo.Probe("one");
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task Write_WhileAWriteRuns_WaitsForItsEnd()
    {
        var (first, second) = (_grain.WriteAsync("a"), _grain.WriteAsync("b"));
        await Script.Reached("a");
        await _grain.PeekAsync().Soon();
        Script.LetOn("b");
        Script.LetOn("a");

        await Task.WhenAll(first, second).Soon();

        Assert.Equal(["activated", "a starts", "a ends", "b starts", "b ends"], Script.Log);
    }

    [Fact]
    public async Task Write_OfAnotherGrain_DoesNotWait()
    {
        var first = _grain.WriteAsync("a");
        await Script.Reached("a");

        var other = _silo.Probe("two").WriteAsync("b");
        await Script.Reached("b");

        Script.LetOn("b");
        await other.Soon();
        Assert.False(first.IsCompleted);
        Script.LetOn("a");
        await first.Soon();
    }

    [Fact]
    public async Task Read_WhileAReadRuns_Interleaves()
    {
        var first = _grain.ReadAsync("a");
        await Script.Reached("a");

        var second = _grain.ReadAsync("b");
        await Script.Reached("b");

        Script.LetOn("b");
        await second.Soon();
        Script.LetOn("a");
        await first.Soon();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ReadAndWrite_Together_TakeTurns(bool readFirst)
    {
        var first = readFirst ? _grain.ReadAsync("a") : _grain.WriteAsync("a");
        var second = readFirst ? _grain.WriteAsync("b") : _grain.ReadAsync("b");
        await Script.Reached("a");
        await _grain.PeekAsync().Soon();
        Script.LetOn("b");
        Script.LetOn("a");

        await Task.WhenAll(first, second).Soon();

        Assert.Equal(["activated", "a starts", "a ends", "b starts", "b ends"], Script.Log);
    }

    [Fact]
    public async Task WaitingReads_AfterAWrite_StartTogetherPastTheNextWrite()
    {
        var write = _grain.WriteAsync("w1");
        await Script.Reached("w1");
        Task[] later = [_grain.ReadAsync("r1"), _grain.WriteAsync("w2"), _grain.ReadAsync("r2")];

        Script.LetOn("w1");
        await write.Soon();
        await Script.Reached("r1");
        await Script.Reached("r2");
        Assert.DoesNotContain("w2 starts", Script.Log);

        Script.LetOn("r1");
        Script.LetOn("r2");
        Script.LetOn("w2");
        await Task.WhenAll(later).Soon();
    }

    [Fact]
    public async Task AlwaysInterleave_WhileAWriteRuns_StartsAndDoesNotBlock()
    {
        var write = _grain.WriteAsync("a");
        await Script.Reached("a");

        var interleaved = _grain.InterleaveAsync("b");
        await Script.Reached("b");
        Script.LetOn("a");
        await write.Soon();
        var next = _grain.WriteAsync("c");
        await Script.Reached("c");

        Script.LetOn("c");
        Script.LetOn("b");
        await Task.WhenAll(interleaved, next).Soon();
    }

    [Fact]
    public async Task AlwaysInterleave_SentWhileTheGrainActivates_DoesNotWaitForAnEarlierWrite()
    {
        Task[] calls = [_grain.WriteAsync("a"), _grain.WriteAsync("b"), _grain.InterleaveAsync("c")];

        await Script.Reached("a");
        await Script.Reached("c");

        Assert.DoesNotContain("b starts", Script.Log);
        Array.ForEach(["a", "b", "c"], Script.LetOn);
        await Task.WhenAll(calls).Soon();
    }

    [Fact]
    public async Task OneWay_WhileTheGrainIsHeld_ReturnsAtOnce()
    {
        await _grain.TellAsync("a").Soon();

        await Script.Reached("a");
        Script.LetOn("a");
        await _grain.TouchAsync().Soon();
        Assert.Contains("a ends", Script.Log);
    }
}
