namespace Lending.Benchmarks;

/// <summary>The least a grain can do.</summary>
public interface ICounterGrain : IGrainWithStringKey
{
    Task AddAsync(long amount);
}

public sealed class CounterGrain : Grain, ICounterGrain
{
    private long _total;

    public Task AddAsync(long amount)
    {
        _total += amount;
        return Task.CompletedTask;
    }
}
