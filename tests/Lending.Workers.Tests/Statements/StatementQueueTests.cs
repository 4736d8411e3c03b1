using Lending.Data;
using Lending.Domain;
using Lending.Workers.DayEnd;
using Lending.Workers.Tests.FollowUp;

namespace Lending.Workers.Tests.Statements;

/// <summary>What day end asks for on the morning of statements and bills, over a real database.</summary>
[Collection(OnPostgres.Name)]
public sealed class StatementQueueTests(WorkersServer server) : IAsyncLifetime
{
    private static readonly DateOnly LastOfJune = new(2026, 6, 30);

    private DeafLender _lender = null!;

    public async Task InitializeAsync() => _lender = await DeafLender.StartAsync(
        await server.DatabaseAsync(), new BrandSettings { StatementDay = 1 }, DeafLender.Emi with { DaysToDue = 5 });

    public async Task DisposeAsync() => await _lender.DisposeAsync();

    [Fact]
    public async Task DayEnd_ThroughTheMonth_AsksForOneStatementAndOneBillPerLoanHoweverOftenItRuns()
    {
        var (first, second) = (await _lender.LoanOfAsync(9), await _lender.LoanOfAsync(9));

        await CloseThroughAsync(LastOfJune.AddDays(-1));
        Assert.Empty(await QueuedAsync(OutboxKinds.PrepareStatement));
        await CloseThroughAsync(LastOfJune);
        await CloseThroughAsync(LastOfJune);

        Assert.Equal([$"{first}:statement.prepare:20260630", $"{second}:statement.prepare:20260630"], await QueuedAsync(OutboxKinds.PrepareStatement));
        Assert.Equal([$"{first}:bill.prepare:1:20260701", $"{second}:bill.prepare:1:20260701"], await QueuedAsync(OutboxKinds.PrepareBill));
    }

    [Fact]
    public async Task DayEnd_OverSeveralMissedDays_AsksForEachOfTheirMornings()
    {
        var id = await _lender.LoanOfAsync(9);

        await CloseThroughAsync(new DateOnly(2026, 9, 2));

        Assert.Equal(
            [$"{id}:statement.prepare:20260630", $"{id}:statement.prepare:20260731", $"{id}:statement.prepare:20260831"], await QueuedAsync(OutboxKinds.PrepareStatement));
        Assert.Equal(3, (await QueuedAsync(OutboxKinds.PrepareBill)).Count);
    }

    /// <summary>A loan that was set aside on the morning of its bill catches up later.</summary>
    [Fact]
    public async Task QueueBills_AfterTheMorningWasMissed_AsksForTheBillOnceAllTheSame()
    {
        var id = await _lender.LoanOfAsync(9);
        await CloseThroughAsync(new DateOnly(2026, 6, 24));
        for (var night = new DateOnly(2026, 6, 25); night.Day <= 27; night = night.AddDays(1)) Assert.False((await _lender.AskAsync(id, new CloseDay(night))).IsRefused);

        var asked = await _lender.Get<StatementsDue>().QueueBillsAsync(DeafLender.Brand, new(2026, 6, 27), new(2026, 6, 28), default);
        var again = await _lender.Get<StatementsDue>().QueueBillsAsync(DeafLender.Brand, new(2026, 6, 27), new(2026, 6, 28), default);

        Assert.Equal((1, 0), (asked, again));
        Assert.Equal([$"{id}:bill.prepare:1:20260701"], await QueuedAsync(OutboxKinds.PrepareBill));
    }

    [Fact]
    public async Task DayEnd_OfALoanThatIsClosed_AsksForOneLastStatementAndNoBill()
    {
        var id = await _lender.LoanOfAsync(9);
        await CloseThroughAsync(new DateOnly(2026, 6, 19));
        var payoff = LoanFigures.PayoffOf(await _lender.LoanAsync(id));
        Assert.False((await _lender.AskAsync(id, new ReceivePayment("pay-1", payoff, "UPI", "utr"))).IsRefused);

        await CloseThroughAsync(new DateOnly(2026, 8, 31));

        Assert.Equal([$"{id}:statement.prepare:20260630"], await QueuedAsync(OutboxKinds.PrepareStatement));
        Assert.Empty(await QueuedAsync(OutboxKinds.PrepareBill));
    }

    private async Task CloseThroughAsync(DateOnly date) =>
        await _lender.Get<DayEndRunner>().RunAsync(DeafLender.Brand, date, (_, _) => Task.FromResult(true), default);

    private Task<IReadOnlyList<string>> QueuedAsync(string kind) =>
        _lender.RowsAsync($"SELECT key FROM outbox WHERE kind = '{kind}' ORDER BY key", row => row.GetString(0));
}
