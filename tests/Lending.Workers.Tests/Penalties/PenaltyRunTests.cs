using Lending.Data;
using Lending.Domain;
using Lending.Workers.DayEnd;
using Lending.Workers.Penalties;
using Lending.Workers.Tests.FollowUp;

namespace Lending.Workers.Tests.Penalties;

/// <summary>Runs of late charges over all loans, on real loans and a real database (UBU-058).</summary>
[Collection(OnPostgres.Name)]
public sealed class PenaltyRunTests(WorkersServer server) : IAsyncLifetime
{
    private static readonly LoanProduct ByHand = DeafLender.Emi with
    {
        Code = "by-hand", Penalty = new(0m), LateCharges = new() { ByHand = true, Bands = [new("early", 1, null, Money.Inr(100_00))] },
    };

    private DeafLender _lender = null!;
    private int _commands;

    private PenaltyRunDesk Desk => _lender.Get<PenaltyRunDesk>();

    private PenaltyRuns Runs => _lender.Get<PenaltyRuns>();

    // The first instalment falls due a month after the payout; its pay-by may be the Monday after.
    private static DateOnly LateDay => DeafLender.Day.AddMonths(1).AddDays(5);

    public async Task InitializeAsync()
    {
        _lender = await DeafLender.StartAsync(await server.DatabaseAsync());
        await _lender.Get<Data.Products>().AddAsync(DeafLender.Brand, ByHand, default);
    }

    public async Task DisposeAsync() => await _lender.DisposeAsync();

    [Fact]
    public async Task Run_WhereDayEndChargedEverything_HasNothingToDo()
    {
        await _lender.LoanOfAsync(9);
        await CloseThroughAsync(LateDay);

        Assert.True((await _lender.Get<PenaltyPreviewQuery>().RunAsync(DeafLender.Brand, default)).IsEmpty);
        Assert.IsType<NothingToCharge>((await Desk.AskAsync(By("omar"), default)).Refusal);
    }

    [Fact]
    public async Task Run_StartedByASecondPerson_ChargesWhatIsLeftToStaffOnceAndSaysHowMuch()
    {
        var (late, other, paid) = (await _lender.LoanOfAsync(9, "by-hand"), await _lender.LoanOfAsync(9, "by-hand"), await _lender.LoanOfAsync(9));
        await CloseThroughAsync(LateDay);
        await _lender.AskAsync(other, new ProposeChange("hand", new LateChargeByHand(), "it is late"));
        var nights = (await _lender.LoanAsync(paid)).Instalments[0].PenaltyAccrued;

        var asked = (await Desk.AskAsync(By("omar"), default)).Value!;
        Assert.Equal((2, "INR 20000"), (asked.ExpectedLoans, $"INR {asked.Expected.Single().Minor}"));
        Assert.IsType<PenaltyRunOpen>((await Desk.AskAsync(By("omar"), default)).Refusal);
        await _lender.RunAsync<PenaltyRunJob>();
        Assert.Equal(PenaltyRunState.Asked, (await Runs.FindAsync(DeafLender.Brand, asked.Id, default))!.State);
        Assert.IsType<SecondPersonNeeded>((await Desk.DecideAsync(asked.Id, true, By("omar"), default)).Refusal);
        Assert.Equal(PenaltyRunState.Requested, (await Desk.DecideAsync(asked.Id, true, By("lata"), default)).Value!.State);
        await _lender.RunAsync<PenaltyRunJob>();

        var run = (await Runs.FindAsync(DeafLender.Brand, asked.Id, default))!;
        Assert.Equal((PenaltyRunState.Done, 2, 2, 0, 2, Money.Inr(200_00)), (run.State, run.Total, run.Done, run.Failed, run.ChargedLoans, run.Charged.Single()));
        var charges = await Runs.ChargesAsync(DeafLender.Brand, asked.Id, null, 200, default);
        Assert.Equal(new[] { late, other }.Order(StringComparer.Ordinal).Select(id => (id, Money.Inr(100_00))), charges.Select(each => (each.LoanId, each.Amount)));
        Assert.Equal(charges[1], Assert.Single(await Runs.ChargesAsync(DeafLender.Brand, asked.Id, charges[0].LoanId, 200, default)));
        Assert.Equal(Money.Inr(100_00), (await _lender.LoanAsync(late)).Instalments[0].PenaltyAccrued);
        Assert.Equal(nights, (await _lender.LoanAsync(paid)).Instalments[0].PenaltyAccrued);
        Assert.Equal("hand", (await _lender.LoanAsync(other)).ProposedChange!.ChangeId);
        Assert.Equal([(asked.Id, "made", null), ("hand", "proposed", "test")], await _lender.Get<LendingDatabase>().ListAsync(DeafLender.Brand,
            "SELECT id, state, asked_by FROM loan_change WHERE loan = $1 ORDER BY id", [other], row => (row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2)), default));
        Assert.IsType<NothingToCharge>((await Desk.AskAsync(By("omar"), default)).Refusal);
        Assert.Equal(["penalty-run.started", "penalty-run.asked"], (await _lender.Get<Administration>().OfAsync(DeafLender.Brand, default)).Take(2).Select(act => act.What));
        Assert.Null((await _lender.Get<Verify>().RunAsync(null, default)).First?.What);
    }

    [Fact]
    public async Task Run_ThatDiedHalfway_IsTakenUpAndChargesNothingTwice()
    {
        string[] ids = [await _lender.LoanOfAsync(9, "by-hand"), await _lender.LoanOfAsync(9, "by-hand")];
        await CloseThroughAsync(LateDay);
        var asked = (await Desk.AskAsync(By("omar"), default)).Value!;
        await Desk.DecideAsync(asked.Id, true, By("lata"), default);

        // Another worker had claimed it and charged one loan before it died.
        Assert.NotNull(await Runs.ClaimAsync(DeafLender.Brand, "dead", TimeSpan.FromMinutes(1), default));
        await _lender.AskAsync(ids[0], new ChargeLate(asked.Id, asked.Date), $"late-charge:{ids[0]}:{asked.Id}");
        await _lender.RunAsync<PenaltyRunJob>();
        Assert.Equal(PenaltyRunState.Running, (await Runs.FindAsync(DeafLender.Brand, asked.Id, default))!.State);
        _lender.Clock.Forward(TimeSpan.FromMinutes(2));
        await _lender.RunAsync<PenaltyRunJob>();

        var run = (await Runs.FindAsync(DeafLender.Brand, asked.Id, default))!;
        Assert.Equal((PenaltyRunState.Done, 2, Money.Inr(200_00)), (run.State, run.ChargedLoans, run.Charged.Single()));
        foreach (var id in ids) Assert.Equal(Money.Inr(100_00), (await _lender.LoanAsync(id)).Instalments[0].PenaltyAccrued);
    }

    [Fact]
    public async Task Run_AfterDayEndSetLoansAside_ClosesTheirNightsWithTheirCharges()
    {
        var (ghost, plain) = (await _lender.LoanOfAsync(9, "ghost"), await _lender.LoanOfAsync(9));
        await CloseThroughAsync(LateDay);
        var unknown = await _lender.Get<PenaltyPreviewQuery>().RunAsync(DeafLender.Brand, default);
        Assert.Equal((1, 1, 0), (unknown.SetAside, unknown.Unreadable, unknown.Loans));
        await _lender.Get<Data.Products>().AddAsync(DeafLender.Brand, DeafLender.Emi with { Code = "ghost" }, default);

        var asked = (await Desk.AskAsync(By("omar"), default)).Value!;
        await Desk.DecideAsync(asked.Id, true, By("lata"), default);
        await _lender.RunAsync<PenaltyRunJob>();

        var (caughtUp, other) = (await _lender.LoanAsync(ghost), await _lender.LoanAsync(plain));
        Assert.Equal((1, other.Instalments[0].PenaltyAccrued), (asked.ExpectedLoans, asked.Expected.Single()));
        Assert.Equal((LateDay, other.Instalments[0].PenaltyAccrued), (caughtUp.ClosedThrough, caughtUp.Instalments[0].PenaltyAccrued));
        var run = (await Runs.FindAsync(DeafLender.Brand, asked.Id, default))!;
        Assert.Equal((PenaltyRunState.Done, 1, 0, 0), (run.State, run.Done, run.Failed, run.ChargedLoans));
        Assert.All(await _lender.Get<DayEndQuery>().RunsAsync(DeafLender.Brand, 200, default), each => Assert.Equal(DayEndState.Done, each.State));
    }

    [Fact]
    public async Task Run_WithALoanThatCannotBeCharged_ShowsItAndChargesTheOthers()
    {
        var (fine, ghost) = (await _lender.LoanOfAsync(9, "by-hand"), await _lender.LoanOfAsync(9, "ghost"));
        await CloseThroughAsync(LateDay);
        var asked = (await Desk.AskAsync(By("omar"), default)).Value!;
        await Desk.DecideAsync(asked.Id, true, By("lata"), default);
        await _lender.RunAsync<PenaltyRunJob>();

        var run = (await Runs.FindAsync(DeafLender.Brand, asked.Id, default))!;
        Assert.Equal((PenaltyRunState.Failed, 1, 1), (run.State, run.Failed, run.ChargedLoans));
        Assert.Equal(ghost, Assert.Single(await Runs.FailuresAsync(DeafLender.Brand, asked.Id, default)).LoanId);
        Assert.Equal(Money.Inr(100_00), (await _lender.LoanAsync(fine)).Instalments[0].PenaltyAccrued);
    }

    [Fact]
    public async Task Run_StartedWhenItsDayIsOver_ChargesNothing()
    {
        var id = await _lender.LoanOfAsync(9, "by-hand");
        await CloseThroughAsync(LateDay);
        var asked = (await Desk.AskAsync(By("omar"), default)).Value!;
        await CloseThroughAsync(LateDay.AddDays(1));
        await Desk.DecideAsync(asked.Id, true, By("lata"), default);
        await _lender.RunAsync<PenaltyRunJob>();

        Assert.Equal(PenaltyRunState.Over, (await Runs.FindAsync(DeafLender.Brand, asked.Id, default))!.State);
        Assert.True((await _lender.LoanAsync(id)).Instalments[0].PenaltyAccrued.IsZero);
        Assert.False((await Desk.AskAsync(By("omar"), default)).IsRefused);
    }

    [Fact]
    public async Task Run_TurnedDown_ChargesNothingAndMakesRoomForAnother()
    {
        await _lender.LoanOfAsync(9, "by-hand");
        await CloseThroughAsync(LateDay);
        var command = By("omar");
        var asked = (await Desk.AskAsync(command, default)).Value!;
        Assert.Equal(asked.Id, (await Desk.AskAsync(command, default)).Value!.Id);

        Assert.Equal(PenaltyRunState.TurnedDown, (await Desk.DecideAsync(asked.Id, false, By("lata"), default)).Value!.State);

        Assert.IsType<PenaltyRunDecided>((await Desk.DecideAsync(asked.Id, true, By("lata"), default)).Refusal);
        Assert.False((await Desk.AskAsync(By("omar"), default)).IsRefused);
        Assert.IsType<NotPermitted>((await Desk.AskAsync(By("asha") with { Grants = Grants.Nothing }, default)).Refusal);
    }

    [Fact]
    public async Task Run_StoppedWhileItWaitsOrGoes_ChargesNothingMoreAndSaysWhatItCharged()
    {
        string[] ids = [await _lender.LoanOfAsync(9, "by-hand"), await _lender.LoanOfAsync(9, "by-hand")];
        await CloseThroughAsync(LateDay);
        var first = (await Desk.AskAsync(By("omar"), default)).Value!;
        await Desk.DecideAsync(first.Id, true, By("lata"), default);
        Assert.Equal(PenaltyRunState.Cancelled, (await Desk.CancelAsync(first.Id, By("omar"), default)).Value!.State);
        await _lender.RunAsync<PenaltyRunJob>();
        Assert.True((await _lender.LoanAsync(ids[0])).Instalments[0].PenaltyAccrued.IsZero);
        Assert.IsType<PenaltyRunDecided>((await Desk.DecideAsync(first.Id, true, By("lata"), default)).Refusal);

        // Stopped when one loan was charged: the worker is told so at the end of its batch.
        var second = (await Desk.AskAsync(By("omar"), default)).Value!;
        await Desk.DecideAsync(second.Id, true, By("lata"), default);
        var claimed = (await Runs.ClaimAsync(DeafLender.Brand, "worker", TimeSpan.FromMinutes(1), default))!;
        await _lender.AskAsync(ids[0], new ChargeLate(second.Id, second.Date), $"late-charge:{ids[0]}:{second.Id}");
        Assert.False((await Desk.CancelAsync(second.Id, By("omar"), default)).IsRefused);
        Assert.False(await Runs.ProgressAsync(claimed, "worker", 1, 1, 0, default));
        Assert.False(await Runs.FinishAsync(claimed, "worker", PenaltyRunState.Done, default));
        Assert.True(await Runs.CountStoppedAsync(claimed, "worker", default));

        var stopped = (await Runs.FindAsync(DeafLender.Brand, second.Id, default))!;
        Assert.Equal((PenaltyRunState.Cancelled, 1, Money.Inr(100_00)), (stopped.State, stopped.ChargedLoans, stopped.Charged.Single()));
        Assert.Equal(ids[0], Assert.Single(await Runs.ChargesAsync(DeafLender.Brand, second.Id, null, 200, default)).LoanId);
        Assert.Equal("penalty-run.cancelled", (await _lender.Get<Administration>().OfAsync(DeafLender.Brand, default))[0].What);
        Assert.Equal((1, Money.Inr(100_00)), (await Desk.AskAsync(By("omar"), default)).Value is { } rest ? (rest.ExpectedLoans, rest.Expected.Single()) : default);
    }

    [Fact]
    public async Task Cancel_OfARunThatIsOver_IsRefused()
    {
        await _lender.LoanOfAsync(9, "by-hand");
        await CloseThroughAsync(LateDay);
        var asked = (await Desk.AskAsync(By("omar"), default)).Value!;
        await Desk.DecideAsync(asked.Id, true, By("lata"), default);
        await _lender.RunAsync<PenaltyRunJob>();

        Assert.IsType<PenaltyRunEnded>((await Desk.CancelAsync(asked.Id, By("omar"), default)).Refusal);
        Assert.IsType<PenaltyRunNotFound>((await Desk.CancelAsync("PR-0", By("omar"), default)).Refusal);
        Assert.IsType<NotPermitted>((await Desk.CancelAsync(asked.Id, By("omar") with { Grants = Grants.Of((Permission.LoanOps, Level.All)) }, default)).Refusal);
        Assert.Empty(await Runs.ChargesAsync("another", asked.Id, null, 200, default));
        Assert.Null(await Runs.FindAsync("another", asked.Id, default));
    }

    private async Task CloseThroughAsync(DateOnly day)
    {
        await _lender.Get<DayEndRuns>().RequestAsync(DeafLender.Brand, day, "saffron-neha", default);
        await _lender.RunAsync<DayEndJob>();
    }

    private CommandContext By(string who) => new(
        $"penalty/{++_commands}", DeafLender.Brand, new Actor(ActorKind.Staff, who, who, nameof(StaffRole.LoanOps)), Grants.Of((Permission.PenaltyRuns, Level.All)), Guid.CreateVersion7());
}
