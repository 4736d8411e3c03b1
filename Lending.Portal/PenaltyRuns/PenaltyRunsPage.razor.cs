using Lending.Data;
using Lending.Domain;
using Lending.Portal.Approvals;
using Lending.Portal.Components;
using Lending.Portal.Shell;
using Lending.Portal.SignIn;

namespace Lending.Portal.PenaltyRuns;

/// <summary>What late charges are missing, asking for a run that makes them, starting it as a second person, and how far it is (UBU-058).</summary>
public sealed partial class PenaltyRunsPage(
    PenaltyPreviewQuery previews, Data.PenaltyRuns runs, PenaltyRunDesk desk, SecondFactor second, StaffNames staff, TimeProvider clock) : StaffPage
{
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(1);

    private PenaltyPreview? _preview;
    private IReadOnlyList<PenaltyRun> _runs = [];
    private IReadOnlyList<PenaltyRunFailure> _failures = [];
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>();
    private ConfirmMoneyDialog? _confirm;
    private PenaltyRun? _shown;
    private IReadOnlyList<PenaltyRunCharge> _charges = [];
    private string? _problem, _done;
    private string _commandId = NewCommandId();
    private bool _sending;

    private bool MayDecide => Person?.Grants.May(Permission.PenaltyRuns, Level.All) is true;

    private bool MayAsk => Person?.Grants.May(Permission.PenaltyRuns, Level.Write) is true;

    private PenaltyRun? Open => _runs.FirstOrDefault(run => run.IsOpen);

    protected override async Task LoadAsync()
    {
        _names = await staff.LoadAsync(Leaving);
        _runs = await runs.ListAsync(Brand, 60, Leaving);
        _preview = await previews.RunAsync(Brand, Leaving);
    }

    protected override Task StartedAsync()
    {
        _ = FollowAsync();
        return Task.CompletedTask;
    }

    /// <summary>While a run is under way it is looked at, and once it is over so is what is missing.</summary>
    private async Task FollowAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(Pulse, clock);
            while (await timer.WaitForNextTickAsync(Leaving))
            {
                if (Open is not { State: not PenaltyRunState.Asked }) continue;
                var now = await runs.ListAsync(Brand, 60, Leaving);
                await InvokeAsync(async () =>
                {
                    _runs = now;
                    if (Open is null) await ReloadAsync();
                    StateHasChanged();
                });
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task AskAsync()
    {
        if (_sending) return;
        _sending = true;
        var asked = await desk.AskAsync(StaffSession.ContextOf(Person!, _commandId), Leaving);
        (_sending, _commandId) = (false, NewCommandId());
        await SayAsync(asked.IsRefused ? asked.Refusal.Message : null, asked.IsRefused ? null : "The run is asked for. Nothing is charged until another person starts it.");
    }

    private async Task<string?> StartAsync(PenaltyRun run, string? code)
    {
        if (await second.CheckAsync(code, Leaving) is { } wrong) return wrong;
        var started = await desk.DecideAsync(run.Id, true, StaffSession.ContextOf(Person!, NewCommandId()), Leaving);
        if (started.IsRefused) return started.Refusal.Message;
        await SayAsync(null, null);
        return null;
    }

    private async Task TurnDownAsync(PenaltyRun run)
    {
        if (_sending) return;
        _sending = true;
        var refused = await desk.DecideAsync(run.Id, false, StaffSession.ContextOf(Person!, NewCommandId()), Leaving);
        _sending = false;
        await SayAsync(refused.IsRefused ? refused.Refusal.Message : null, refused.IsRefused ? null : "The run is turned down. Nothing was charged.");
    }

    private async Task CancelAsync(PenaltyRun run)
    {
        if (_sending) return;
        _sending = true;
        var refused = await desk.CancelAsync(run.Id, StaffSession.ContextOf(Person!, NewCommandId()), Leaving);
        _sending = false;
        await SayAsync(refused.IsRefused ? refused.Refusal.Message : null,
            refused.IsRefused ? null : run.State is PenaltyRunState.Asked ? "The run is withdrawn. Nothing was charged." : "The run is stopped. What it charged stays charged and is listed below.");
    }

    /// <summary>What a run did, loan by loan: set aside first, then charged.</summary>
    private async Task ShowAsync(PenaltyRun run)
    {
        _charges = await runs.ChargesAsync(Brand, run.Id, null, 200, Leaving);
        _failures = await runs.FailuresAsync(Brand, run.Id, Leaving);
        _shown = run;
    }

    private async Task SayAsync(string? problem, string? done)
    {
        await ReloadAsync();
        (_problem, _done) = (problem, done);
        StateHasChanged();
    }

    private string NameOf(string id) => _names.GetValueOrDefault(id, id);

    private static string NewCommandId() => $"penalty-run-{Guid.CreateVersion7():N}";
}
