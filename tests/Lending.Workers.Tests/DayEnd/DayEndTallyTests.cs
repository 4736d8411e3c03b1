using Lending.Workers.DayEnd;

namespace Lending.Workers.Tests.DayEnd;

public sealed class DayEndTallyTests
{
    [Fact]
    public async Task AddAsync_WhileAnEarlierReportIsOnItsWay_TellsTheLaterOneAfterIt()
    {
        var (told, arrived) = (new List<int>(), new TaskCompletionSource());
        using var tally = new DayEndTally(114, async (progress, _) =>
        {
            if (progress.Done == 49) await arrived.Task;
            told.Add(progress.Done);
            return true;
        });

        var first = tally.AddAsync(49, 0, CancellationToken.None);
        var second = tally.AddAsync(65, 0, CancellationToken.None);
        arrived.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal([49, 114], told);
    }

    [Fact]
    public async Task AddAsync_OfARunNobodyWantsAnyMore_Stops()
    {
        using var tally = new DayEndTally(1, (_, _) => Task.FromResult(false));

        await Assert.ThrowsAsync<OperationCanceledException>(() => tally.AddAsync(1, 0, CancellationToken.None));
    }
}
