namespace Orleans.Tests.Calls;

/// <summary>Every shape a grain method may have, spread over an inherited interface.</summary>
internal interface IShapes
{
    Task<string> InheritedAsync(string text);
}

/// <inheritdoc/>
internal interface IShapesGrain : IShapes, IGrainWithStringKey
{
    Task NothingAsync();
    ValueTask<int> SumAsync(int a, long b, short c, byte d, decimal e, Guid unused);
    ValueTask ValueAsync(CancellationToken cancellationToken = default);
    Task<string?> NullAsync();
    Task<Guid> CancellableAsync(Guid id, CancellationToken cancellationToken);
    Task ThrowAtOnceAsync();
    Task<int> ThrowLaterAsync();
    Task<string> WhoAmIAsync();
    Task<IShapesGrain> ReferenceToSelfAsync();
}

internal sealed class ShapesGrain : Grain, IShapesGrain
{
    public Task<string> InheritedAsync(string text) => Task.FromResult(text + text);
    public Task NothingAsync() => Task.CompletedTask;
    public ValueTask<int> SumAsync(int a, long b, short c, byte d, decimal e, Guid unused) => new((int)(a + b + c + d + e));
    public async ValueTask ValueAsync(CancellationToken cancellationToken) => await Task.Yield();
    public Task<string?> NullAsync() => Task.FromResult<string?>(null);
    public Task ThrowAtOnceAsync() => throw new FormatException("at once");
    public Task<string> WhoAmIAsync() => Task.FromResult(IdentityString);
    public Task<IShapesGrain> ReferenceToSelfAsync() => Task.FromResult(this.AsReference<IShapesGrain>());

    public async Task<Guid> CancellableAsync(Guid id, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        return id;
    }

    public async Task<int> ThrowLaterAsync()
    {
        await Task.Yield();
        throw new FormatException("later");
    }
}
