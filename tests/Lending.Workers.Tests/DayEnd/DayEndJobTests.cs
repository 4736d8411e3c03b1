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

    private DayEndRuns Runs => _lender.Get<DayEndRuns>();

    private DateOnly Yesterday => DateOnly.FromDateTime(_lender.Clock.GetUtcNow().ToOffset(TimeSpan.FromMinutes(330)).DateTime).AddDays(-1);

    public async Task InitializeAsync()
    {
        _lender = await DeafLender.StartAsync(await server.DatabaseAsync());

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

    private async Task<IReadOnlyList<(DateOnly, DayEndState)>> RunsAsync(string brand) =>
        [.. (await _lender.Get<DayEndQuery>().RunsAsync(brand, 10, default)).Select(run => (run.Date, run.State))];

    private async Task<DateOnly> BusinessDateAsync(string brand) => (await _lender.Get<Data.Brands>().FindAsync(brand, default))!.BusinessDate;
}
