namespace Orleans.Tests.Calls;

public sealed class CallShapeTests : IAsyncLifetime
{
    private TestSilo _silo = null!;
    private IShapesGrain _grain = null!;

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync();
        _grain = _silo.Grains.GetGrain<IShapesGrain>("S-1");
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task Call_OfEachShape_GivesItsResult()
    {
        await _grain.NothingAsync().Soon();
        await _grain.ValueAsync().AsTask().Soon();
        Assert.Equal(15, await _grain.SumAsync(1, 2, 3, 4, 5m, Guid.Empty));
        Assert.Equal("abab", await _grain.InheritedAsync("ab").Soon());
        Assert.Null(await _grain.NullAsync().Soon());
        Assert.Equal("shapes/S-1", await _grain.WhoAmIAsync().Soon());
    }

    [Fact]
    public async Task Call_ThatThrows_ThrowsTheSameForTheCaller()
    {
        var atOnce = await Assert.ThrowsAsync<FormatException>(() => _grain.ThrowAtOnceAsync().Soon());
        var later = await Assert.ThrowsAsync<FormatException>(() => _grain.ThrowLaterAsync().Soon());

        Assert.Equal(("at once", "later"), (atOnce.Message, later.Message));
    }

    [Fact]
    public async Task Call_Cancelled_EndsForTheCallerAndForTheGrain()
    {
        using var giveUp = new CancellationTokenSource();
        var call = _grain.CancellableAsync(Guid.NewGuid(), giveUp.Token);

        giveUp.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.Soon());
        await _grain.NothingAsync().Soon();
    }

    [Fact]
    public async Task Call_WithATokenAlreadyCancelled_IsNotMade()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _grain.CancellableAsync(Guid.NewGuid(), new CancellationToken(canceled: true)).Soon());
    }

    [Fact]
    public async Task AsReference_FromInside_NamesTheSameGrain()
    {
        var reference = await _grain.ReferenceToSelfAsync().Soon();

        Assert.Equal((object)_grain, reference);
        Assert.Equal(GrainId.Parse("shapes/S-1"), reference.GetGrainId());
        Assert.Equal("S-1", reference.GetPrimaryKeyString());
        Assert.Equal("shapes/S-1", await reference.WhoAmIAsync().Soon());
    }
}
