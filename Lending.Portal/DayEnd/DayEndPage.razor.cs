using System.Globalization;
using Lending.Data;
using Lending.Domain;
using Lending.Portal.Components;
using Lending.Portal.Live;
using Lending.Portal.Shell;
using Lending.Portal.SignIn;

namespace Lending.Portal.DayEnd;

/// <summary>How each business date was closed, and for Brands whose date is moved by hand, the button that closes the next ones.</summary>
public sealed partial class DayEndPage(Brands brands, DayEndQuery days, DayEndRuns runs, StaffNames staff, RecordWatch watch, TimeProvider clock) : StaffPage
{
    private const int DaysMax = 370;
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(1);

    private Brand? _brand;
    private IReadOnlyList<DayEndRun> _runs = [];
    private IReadOnlyList<DayEndFailure> _failures = [];
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>();
    private RateInput? _daysInput;
    private IDisposable? _watching;
    private DateOnly? _shownFailures;
    private DateOnly _shownDate;
    private decimal? _days = 1;
    private string? _problem;
    private int _open;
    private bool _sending;

    private DayEndRun? UnderWay => _runs.Where(IsOpen).OrderBy(run => run.Date).FirstOrDefault();

    private int Waiting => _runs.Count(IsOpen);

    private DateOnly NextToClose => _runs.Where(IsOpen).Select(run => run.Date.AddDays(1)).Append(_brand!.BusinessDate).Max();

    private string Verb => _days is 1 or null ? $"Close {Dates.Date(NextToClose)}" : $"Move forward {_days:0} days, to {Dates.Date(NextToClose.AddDays((int)_days))}";

    private IReadOnlyList<KeyLine> Standing =>
    [
        new("Business date", Dates.Date(_brand!.BusinessDate)),
        new("Time zone", _brand.TimeZone),
        new("Active loans not closed through yesterday", MoneyFormat.Count(_open), _open > 0 ? Tone.Warn : Tone.Good),
        new("Last closed", _runs.FirstOrDefault(run => run.State is DayEndState.Done) is { } last ? Dates.Date(last.Date) : "–"),
    ];

    protected override async Task LoadAsync()
    {
        _brand = await brands.GetAsync(Brand, Leaving);
        _runs = await days.RunsAsync(Brand, 60, Leaving);
        _open = await days.OpenLoansAsync(Brand, _brand.BusinessDate.AddDays(-1), Leaving);
        _names = await staff.LoadAsync(Leaving);
        if (_shownDate == _brand.BusinessDate) return;
        _shownDate = _brand.BusinessDate;
        await Shell.ReloadAsync(Leaving);
    }

    protected override Task StartedAsync()
    {
        _watching = watch.Watch(Brand, null, ReloadAndDrawAsync, Pulse);
        _ = FollowAsync();
        return Task.CompletedTask;
    }

    protected override void Left() => _watching?.Dispose();

    /// <summary>A run that waits for a worker changes no loan, so it is looked at while one is under way.</summary>
    private async Task FollowAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(Pulse, clock);
            while (await timer.WaitForNextTickAsync(Leaving))
                if (UnderWay is not null) await ReloadAndDrawAsync();
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task RequestAsync()
    {
        if (_sending || _daysInput?.Check() == false || _days is not { } count) return;
        (_sending, _problem) = (true, null);
        var first = NextToClose;
        for (var i = 0; i < (int)count; i++)
            if (!await runs.RequestAsync(Brand, first.AddDays(i), Person!.StaffId, Leaving))
                _problem = $"{Dates.Date(first.AddDays(i))} is already under way or closed.";
        _sending = false;
        _days = 1;
        await ReloadAndDrawAsync();
    }

    private async Task CancelAsync()
    {
        foreach (var run in _runs.Where(IsOpen).OrderByDescending(run => run.Date)) await runs.CancelAsync(Brand, run.Date, Leaving);
        await ReloadAndDrawAsync();
    }

    /// <summary>A run that set loans aside, or one that was cancelled and whose date no later run has closed.</summary>
    private bool CanAskAgain(DayEndRun run) => run.State is DayEndState.Failed || (run.State is DayEndState.Cancelled && run.Date >= _brand!.BusinessDate);

    private async Task AskAgainAsync(DateOnly date)
    {
        _problem = await runs.RequestAsync(Brand, date, Person!.StaffId, Leaving) ? null : $"{Dates.Date(date)} is already under way or closed.";
        await ReloadAndDrawAsync();
    }

    private async Task ShowFailuresAsync(DateOnly date)
    {
        _failures = await days.FailuresAsync(Brand, date, Leaving);
        _shownFailures = date;
    }

    private string NameOf(string id) => _names.GetValueOrDefault(id, StatusLooks.Of(id).Word);

    private static bool IsOpen(DayEndRun run) => run.State is DayEndState.Requested or DayEndState.Running;

    private static string Share(DayEndRun run) =>
        (run.State is DayEndState.Done ? 100m : run.Total == 0 ? 0m : Math.Min(100m, run.Done * 100m / run.Total)).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Took(DayEndRun run) => run is { StartedAt: { } from, FinishedAt: { } to } ? $"{(to - from).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s" : "–";

    private static StatusLook LookOf(DayEndRun run) => run.State switch
    {
        DayEndState.Requested => new("Waiting", Tone.Info, "clock_16_regular"),
        DayEndState.Running => new("Running", Tone.Info, "arrow_sync_16_regular"),
        DayEndState.Done => new("Done", Tone.Good, "checkmark_circle_16_regular"),
        DayEndState.Failed => new("Failed", Tone.Bad, "error_circle_16_filled"),
        _ => new("Cancelled", Tone.Neutral, "prohibited_16_regular"),
    };
}
