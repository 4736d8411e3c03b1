using Lending.Data;
using Lending.Domain;
using Lending.Workers.DayEnd;
using Lending.Workers.Tests.FollowUp;

namespace Lending.Workers.Tests.DayEnd;

/// <summary>Who starts a day end, what stops it, and what starts it again.</summary>
[Collection(OnPostgres.Name)]
public sealed class DayEndJobTests(WorkersServer server) : IAsyncLifetime
{
    private const string OnTheClock = "indigo";

    private DeafLender _lender = null!;
    private string _database = "";

    private DayEndRuns Runs => _lender.Get<DayEndRuns>();

    private DateOnly Yesterday => DateOnly.FromDateTime(_lender.Clock.GetUtcNow().ToOffset(TimeSpan.FromMinutes(330)).DateTime).AddDays(-1);

    public async Task InitializeAsync()
    {
        _database = await server.DatabaseAsync();
        _lender = await DeafLender.StartAsync(_database);

        // Noon in India, so that no test runs across its midnight.
        var noon = _lender.Clock.GetUtcNow().ToOffset(TimeSpan.FromMinutes(330)).Date.AddHours(36) - _lender.Clock.GetUtcNow().ToOffset(TimeSpan.FromMinutes(330)).DateTime;
        _lender.Clock.Forward(noon);
        await _lender.Get<Data.Brands>().AddAsync(new Brand(OnTheClock, "Indigo Finance", "Asia/Kolkata", Yesterday, new BrandSettings()), default);
    }

    public async Task DisposeAsync() => await _lender.DisposeAsync();

    [Fact]
    public async Task Clock_WhenADayHasEnded_ClosesItOnce()
    {
        var ended = Yesterday;
        await _lender.RunAsync<DayEndJob>();
        await _lender.RunAsync<DayEndJob>();

        Assert.Equal([(ended, DayEndState.Done)], await RunsAsync(OnTheClock));
        Assert.Equal(ended.AddDays(1), await BusinessDateAsync(OnTheClock));
    }

    [Fact]
    public async Task Cancel_OfABrandThatFollowsTheClock_HoldsUntilSomebodyAsksAgain()
    {
        var ended = Yesterday;
        await Runs.RequestOnceAsync(OnTheClock, ended, "clock", default);
        Assert.True(await Runs.CancelAsync(OnTheClock, ended, default));

        await _lender.RunAsync<DayEndJob>();
        await _lender.RunAsync<DayEndJob>();
        Assert.Equal([(ended, DayEndState.Cancelled)], await RunsAsync(OnTheClock));
        Assert.Equal(ended, await BusinessDateAsync(OnTheClock));

        Assert.True(await Runs.RequestAsync(OnTheClock, ended, "indigo-kabir", default));
        await _lender.RunAsync<DayEndJob>();
        Assert.Equal([(ended, DayEndState.Done)], await RunsAsync(OnTheClock));
        Assert.Equal(ended.AddDays(1), await BusinessDateAsync(OnTheClock));
    }

    [Fact]
    public async Task Cancel_NobodyAskingAgain_TheNextNightClosesBothDays()
    {
        var ended = Yesterday;
        await Runs.RequestOnceAsync(OnTheClock, ended, "clock", default);
        await Runs.CancelAsync(OnTheClock, ended, default);
        await _lender.RunAsync<DayEndJob>();

        _lender.Clock.Forward(TimeSpan.FromDays(1));
        await _lender.RunAsync<DayEndJob>();

        Assert.Equal([(ended.AddDays(1), DayEndState.Done), (ended, DayEndState.Cancelled)], await RunsAsync(OnTheClock));
        Assert.Equal(ended.AddDays(2), await BusinessDateAsync(OnTheClock));
    }

    [Fact]
    public async Task Run_ThatSetALoanAside_IsAskedForAgainAndClosesIt()
    {
        var id = await _lender.LoanOfAsync(9, "ghost");
        await Runs.RequestAsync(DeafLender.Brand, DeafLender.Day, "saffron-neha", default);
        await _lender.RunAsync<DayEndJob>();
        var failed = (await _lender.Get<DayEndQuery>().FindAsync(DeafLender.Brand, DeafLender.Day, default))!;
        Assert.Equal((DayEndState.Failed, 1), (failed.State, failed.Failed));
        Assert.Equal(id, Assert.Single(await _lender.Get<DayEndQuery>().FailuresAsync(DeafLender.Brand, DeafLender.Day, default)).LoanId);
        Assert.Equal(DeafLender.Day.AddDays(1), await BusinessDateAsync(DeafLender.Brand));

        await _lender.Get<Data.Products>().AddAsync(DeafLender.Brand, DeafLender.Emi with { Code = "ghost" }, default);
        Assert.True(await Runs.RequestAsync(DeafLender.Brand, DeafLender.Day, "saffron-sameer", default));
        Assert.False(await Runs.RequestAsync(DeafLender.Brand, DeafLender.Day, "saffron-neha", default));
        await _lender.RunAsync<DayEndJob>();

        var again = (await _lender.Get<DayEndQuery>().FindAsync(DeafLender.Brand, DeafLender.Day, default))!;
        Assert.Equal((DayEndState.Done, 1, 0, "saffron-sameer"), (again.State, again.Done, again.Failed, again.RequestedBy));
        Assert.Empty(await _lender.Get<DayEndQuery>().FailuresAsync(DeafLender.Brand, DeafLender.Day, default));
        Assert.Equal(DeafLender.Day, (await _lender.LoanAsync(id)).ClosedThrough);
        Assert.Equal(DeafLender.Day.AddDays(1), await BusinessDateAsync(DeafLender.Brand));
    }

    [Theory]
    [InlineData("UPDATE loan_state SET state = 'not a loan' WHERE id = 'LN-2606-00002'", "state_unreadable", "UPDATE loan_state SET state = (SELECT state FROM kept) WHERE id = 'LN-2606-00002'")]
    [InlineData("ALTER TABLE posting ADD CONSTRAINT broken CHECK (stream <> 'saffron/LN-2606-00002') NOT VALID", "database_refused_23514", "ALTER TABLE posting DROP CONSTRAINT broken")]
    public async Task Run_WithOneBadLoan_ClosesAllOthersAndShowsIt(string harm, string reason, string repair)
    {
        string[] ids = [await _lender.LoanOfAsync(9), await _lender.LoanOfAsync(9), await _lender.LoanOfAsync(9)];
        await AsOwnerAsync($"CREATE TABLE kept AS SELECT state FROM loan_state WHERE id = '{ids[1]}'; {harm}");

        await Runs.RequestAsync(DeafLender.Brand, DeafLender.Day, "saffron-neha", default);
        await _lender.RunAsync<DayEndJob>();

        var run = (await _lender.Get<DayEndQuery>().FindAsync(DeafLender.Brand, DeafLender.Day, default))!;
        Assert.Equal((DayEndState.Failed, 2, 1), (run.State, run.Done, run.Failed));
        var failure = Assert.Single(await _lender.Get<DayEndQuery>().FailuresAsync(DeafLender.Brand, DeafLender.Day, default));
        Assert.Equal((ids[1], reason), (failure.LoanId, failure.Reason));
        Assert.Equal(DeafLender.Day, (await _lender.LoanAsync(ids[0])).ClosedThrough);
        Assert.Equal(DeafLender.Day, (await _lender.LoanAsync(ids[2])).ClosedThrough);
        Assert.Equal(DeafLender.Day.AddDays(1), await BusinessDateAsync(DeafLender.Brand));

        // The next day is closed for the others too; the bad one stays behind. Once repaired it is asked for again and catches up.
        await Runs.RequestAsync(DeafLender.Brand, DeafLender.Day.AddDays(1), "saffron-neha", default);
        await _lender.RunAsync<DayEndJob>();
        Assert.Equal(DeafLender.Day.AddDays(1), (await _lender.LoanAsync(ids[2])).ClosedThrough);
        await AsOwnerAsync(repair);
        Assert.True(await Runs.RequestAsync(DeafLender.Brand, DeafLender.Day.AddDays(1), "saffron-sameer", default));
        await _lender.RunAsync<DayEndJob>();

        Assert.Equal(DeafLender.Day.AddDays(1), (await _lender.LoanAsync(ids[1])).ClosedThrough);
        Assert.Equal(DayEndState.Done, (await _lender.Get<DayEndQuery>().FindAsync(DeafLender.Brand, DeafLender.Day.AddDays(1), default))!.State);
        Assert.True((await _lender.Get<ReconciliationQuery>().RunAsync(DeafLender.Brand, null, default))!.Agrees);
    }

    private async Task AsOwnerAsync(string sql)
    {
        await using var owner = Npgsql.NpgsqlDataSource.Create(_database);
        await using var command = owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<IReadOnlyList<(DateOnly, DayEndState)>> RunsAsync(string brand) =>
        [.. (await _lender.Get<DayEndQuery>().RunsAsync(brand, 10, default)).Select(run => (run.Date, run.State))];

    private async Task<DateOnly> BusinessDateAsync(string brand) => (await _lender.Get<Data.Brands>().FindAsync(brand, default))!.BusinessDate;
}
