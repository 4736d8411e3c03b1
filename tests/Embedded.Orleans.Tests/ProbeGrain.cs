using Orleans.Calls;
using Orleans.Concurrency;

namespace Orleans.Tests;

/// <summary>A grain whose calls stop where the test wants.</summary>
public interface IProbeGrain : IGrainWithStringKey
{
    Task WriteAsync(string name);

    [ReadOnly]
    Task ReadAsync(string name);

    [AlwaysInterleave]
    Task InterleaveAsync(string name);

    /// <summary>Returns at once and interleaves: what was sent before it has started by then, if it can start at all.</summary>
    [AlwaysInterleave]
    Task PeekAsync();

    [OneWay]
    Task TellAsync(string name);

    Task<int> ActivationNumberAsync();
    Task LeaveAsync();
    Task StayAsync(TimeSpan time);

    /// <summary>Holds at the name, then writes on the other grain.</summary>
    Task WriteThroughAsync(string name, string other, string otherName);

    /// <summary>Calls the other grain, which calls this one back.</summary>
    Task GoRoundAsync(string other);
    Task ComeBackAsync(string first);
    Task GoRoundWithReentryAsync(string other);
    Task TouchAsync();
    Task TouchOtherAsync(string other);

    /// <summary>How many requests the running call would be taken to wait for.</summary>
    Task<int> OwnBlockersAsync();
}

public sealed class ProbeGrain(Script script, Resource resource) : Grain, IProbeGrain
{
    private static int s_activations;
    private readonly int _number = Interlocked.Increment(ref s_activations);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Assert.NotNull(resource);
        script.Note("activated");
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        script.Note($"deactivated: {reason.ReasonCode}");
        script.Reach($"{this.GetPrimaryKeyString()} left");
        return Task.CompletedTask;
    }

    public Task WriteAsync(string name) => script.HoldAsync(name);
    public Task ReadAsync(string name) => script.HoldAsync(name);
    public Task InterleaveAsync(string name) => script.HoldAsync(name);
    public Task PeekAsync() => Task.CompletedTask;
    public Task TellAsync(string name) => script.HoldAsync(name);
    public Task<int> ActivationNumberAsync() => Task.FromResult(_number);

    public Task LeaveAsync()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task StayAsync(TimeSpan time)
    {
        DelayDeactivation(time);
        return Task.CompletedTask;
    }

    public async Task WriteThroughAsync(string name, string other, string otherName)
    {
        await script.HoldAsync(name);
        await Other(other).WriteAsync(otherName);
    }

    public Task GoRoundAsync(string other) => Other(other).ComeBackAsync(this.GetPrimaryKeyString());

    public async Task ComeBackAsync(string first)
    {
        await Task.Yield();
        await Other(first).TouchAsync();
    }

    public async Task GoRoundWithReentryAsync(string other)
    {
        using (RequestContext.AllowCallChainReentrancy())
            await GoRoundAsync(other);
    }

    public Task TouchAsync() => Task.CompletedTask;
    public Task TouchOtherAsync(string other) => Other(other).TouchAsync();

    public Task<int> OwnBlockersAsync() => Task.FromResult(Request.Current!.Activation!.BlockersOf(Request.Current).Count);

    private IProbeGrain Other(string key) => GrainFactory.GetGrain<IProbeGrain>(key);
}
