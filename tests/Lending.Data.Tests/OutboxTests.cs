using Lending.Domain;

namespace Lending.Data.Tests;

[Collection(OnPostgres.Name)]
public sealed class OutboxTests(LendingServer server) : IAsyncLifetime
{
    private Office _office = null!;
    private Outbox _outbox = null!;
    private int _items;

    public async Task InitializeAsync()
    {
        _office = await server.OfficeAsync();
        _outbox = new Outbox(_office.Database, TimeProvider.System);
        for (var i = 1; i <= 10; i++) await _office.ActiveLoanAsync($"LN-2606-{i:D5}");
        _items = (int)await _office.CountAsync("SELECT count(*) FROM outbox");
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task ClaimAsync_ByManyWorkersAtOnce_GivesEachItemToOne()
    {
        var claimed = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => _outbox.ClaimAsync("saffron", 5, TimeSpan.FromMinutes(1), default)));
        var rest = await _outbox.ClaimAsync("saffron", 200, TimeSpan.FromMinutes(1), default);

        var positions = claimed.SelectMany(tasks => tasks).Concat(rest).Select(task => task.Position).ToList();
        Assert.Equal(_items, positions.Count);
        Assert.Equal(_items, positions.Distinct().Count());
        Assert.Empty(await _outbox.ClaimAsync("indigo", 200, TimeSpan.FromMinutes(1), default));
    }

    [Fact]
    public async Task ClaimAsync_AfterTheLeaseRanOut_GivesItToAnother()
    {
        var first = await _outbox.ClaimAsync("saffron", 200, TimeSpan.FromSeconds(-1), default);
        var second = await _outbox.ClaimAsync("saffron", 200, TimeSpan.FromMinutes(1), default);

        Assert.Equal(_items, first.Count);
        Assert.Equal(_items, second.Count);
        Assert.All(second, task => Assert.Equal(2, task.Attempts));
    }

    [Fact]
    public async Task DoneAndFailed_AreNotClaimedAgainBeforeTheirTime()
    {
        var tasks = await _outbox.ClaimAsync("saffron", 200, TimeSpan.FromMinutes(1), default);
        await _outbox.DoneAsync(tasks[0], default);
        await _outbox.FailedAsync(tasks[1], "timed_out", giveUp: false, default);
        await _outbox.FailedAsync(tasks[2], "refused", giveUp: true, default);

        Assert.Empty(await _outbox.ClaimAsync("saffron", 200, TimeSpan.FromMinutes(1), default));
        Assert.Equal(1, await _office.CountAsync("SELECT count(*) FROM outbox WHERE done_at IS NOT NULL"));
        Assert.Equal(1, await _office.CountAsync("SELECT count(*) FROM outbox WHERE failed_at IS NOT NULL"));
        Assert.Equal(1, await _office.CountAsync("SELECT count(*) FROM outbox WHERE last_error = 'timed_out' AND next_attempt_at > now()"));
    }
}
