using Orleans.Concurrency;

namespace Orleans.Tests.Calls;

/// <summary>A reentrant grain that counts without a lock, across awaits of every kind.</summary>
public interface ICrowdedGrain : IGrainWithStringKey
{
    Task StepAsync();
    ValueTask<int> CountAsync();
    Task<bool> ReturnsToItsTurnsAsync(Task outside);
}

[Reentrant]
public sealed class CrowdedGrain : Grain, ICrowdedGrain
{
    private int _count;
    private int _inside;

    public async Task StepAsync()
    {
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(1, ++_inside); // Another turn at the same time would be seen here.
            _count++;
            Assert.Equal(0, --_inside);
            await (i % 2 == 0 ? Task.Run(() => { }) : YieldAsync());
        }
    }

    public ValueTask<int> CountAsync() => new(_count);

    public async Task<bool> ReturnsToItsTurnsAsync(Task outside)
    {
        var before = SynchronizationContext.Current;
        await outside;
        return before is not null && before == SynchronizationContext.Current;
    }

    private static async Task YieldAsync() => await Task.Yield();
}
