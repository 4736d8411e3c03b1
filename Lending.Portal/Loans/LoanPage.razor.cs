using Lending.Data;
using Lending.Domain;
using Lending.Portal.Components;
using Lending.Portal.Live;
using Lending.Portal.Shell;
using Microsoft.AspNetCore.Components;

namespace Lending.Portal.Loans;

/// <summary>One loan's file. It loads itself again whenever the loan changes, whoever changed it.</summary>
public sealed partial class LoanPage(LoanFileQuery files, TimelineQuery timeline, RecordWatch watch, FilePresence presence, TimeProvider clock) : StaffPage
{
    private const int TimelineMax = 100;

    private static readonly IReadOnlyList<FileTab> Tabs =
    [
        new("overview", "Overview"), new("schedule", "Schedule"), new("ledger", "Ledger"), new("payments", "Payments"),
        new("customer", "Customer and KYC"), new("documents", "Documents"), new("log", "Log"),
    ];

    /// <summary>A line of credit has draws and statements instead of a schedule.</summary>
    private static readonly IReadOnlyList<FileTab> TabsOfLine =
    [
        new("overview", "Overview"), new("draws", "Draws"), new("statements", "Statements"), new("ledger", "Ledger"), new("payments", "Payments"),
        new("customer", "Customer and KYC"), new("documents", "Documents"), new("log", "Log"),
    ];

    private static readonly FileTab Change = new("change", "What if");

    private LoanFile? _file;
    private IReadOnlyList<Components.TimelineEntry> _stream = [];
    private IReadOnlyList<LoanAction> _actions = [];
    private IReadOnlyList<string> _others = [];
    private IDisposable? _watching;
    private IDisposable? _seat;
    private AskedFigure? _why;
    private bool _missing;
    private string? _shownId;

    [Parameter] public string Id { get; set; } = "";
    [SupplyParameterFromQuery] public string? Tab { get; set; }

    private string TabNow => TabsNow.Any(tab => tab.Id == Tab) ? Tab! : "overview";

    /// <summary>What would change is for those who may ask for it, once there is something to change.</summary>
    private IReadOnlyList<FileTab> TabsNow
    {
        get
        {
            var tabs = _file is { State.Line: not null } ? TabsOfLine : Tabs;
            return _file is { State.DisbursedOn: not null } && Person!.May(Permission.LoanOps, Level.Write) ? [.. tabs, Change] : tabs;
        }
    }

    private TimeSpan Waiting => _file is null ? TimeSpan.Zero : clock.GetUtcNow() - _file.StatusSince;

    protected override async Task LoadAsync()
    {
        var file = await files.RunAsync(Brand, Id, Leaving);
        var events = await timeline.RunAsync(Brand, Id, null, TimelineMax, withoutDays: true, Leaving);
        (_file, _missing, _shownId) = (file, file is null, Id);
        _stream = [.. events.Rows.Select(LoanStory.Of)];
        _actions = file is null ? [] : LoanActions.Of(file, Person!);
        OfferActions();
    }

    protected override Task StartedAsync()
    {
        WatchThis();
        presence.Changed += PresenceChanged;
        return Task.CompletedTask;
    }

    protected override async Task OnParametersSetAsync()
    {
        // The palette can lead from one loan to another without leaving the page.
        if (_shownId is null || _shownId == Id) return;
        _file = null;
        await ReloadAsync();
        WatchThis();
    }

    protected override void Left()
    {
        presence.Changed -= PresenceChanged;
        _watching?.Dispose();
        _seat?.Dispose();
    }

    private void WatchThis()
    {
        _watching?.Dispose();
        _seat?.Dispose();
        if (_file is null) return;
        _watching = watch.Watch(Brand, Id, ReloadAndDrawAsync);
        _seat = presence.Enter(Brand, Id, Person!.Name);
        _others = presence.Others(Brand, Id, Person.Name);
    }

    private void PresenceChanged(string file)
    {
        if (file != $"{Brand}/{Id}") return;
        _ = InvokeAsync(() =>
        {
            _others = presence.Others(Brand, Id, Person!.Name);
            StateHasChanged();
        });
    }

    private void OfferActions() => Shell.Offer(
    [
        .. _actions.Select(action => new PageAction(action.Text, Id, action.Icon, action.Key, () => GoAsync(action.Href))),
        .. TabsNow.Select((tab, index) => new PageAction(tab.Title, $"tab of {Id}", "document_16_regular", $"Alt+{index + 1}", () => GoAsync(HrefOf(tab.Id)))),
    ]);

    private Task GoAsync(string href) => InvokeAsync(() => Navigation.NavigateTo(href));

    private string HrefOf(string? tab) => $"/loans/{Id}?tab={tab}";

    private void Explain(string figure) => Explain(new AskedFigure(Enum.Parse<ExplainedFigure>(figure)));

    private void Explain(AskedFigure asked) => _why = asked;

    private void ShowTab(string? tab) => Navigation.NavigateTo(HrefOf(tab), replace: true);
}
