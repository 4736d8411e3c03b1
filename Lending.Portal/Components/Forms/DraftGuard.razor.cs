using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.FluentUI.AspNetCore.Components;

namespace Lending.Portal.Components;

/// <summary>Saves the model every 2 s while it changes, gives it back when the page is opened again, and asks before leaving.</summary>
public sealed partial class DraftGuard<TModel>(IDrafts drafts, IDialogService dialogs, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource _leaving = new();
    private string? _saved;
    private DateTimeOffset? _savedAt;
    private bool _restored;

    /// <summary>Names the record and form: "decision:APP-11-0409".</summary>
    [Parameter, EditorRequired] public string Key { get; set; } = "";
    [Parameter, EditorRequired] public TModel Model { get; set; } = default!;
    /// <summary>Called with the draft that was found.</summary>
    [Parameter] public EventCallback<TModel> OnRestore { get; set; }
    /// <summary>True while leaving would lose something that is not even a draft.</summary>
    [Parameter] public bool Dirty { get; set; }
    [CascadingParameter(Name = "BrandZone")] private TimeZoneInfo? Zone { get; set; }

    private string? SavedText => _savedAt is { } at ? $"{(_restored ? "Draft restored, from" : "Draft saved")} {Dates.Time(at, Zone ?? Dates.India)}" : null;

    /// <summary>After the submit: the draft is done with.</summary>
    public async Task DropAsync()
    {
        _savedAt = null;
        _saved = JsonSerializer.Serialize(Model);
        await drafts.DropAsync(Key, _leaving.Token);
    }

    public void Dispose() => _leaving.Cancel();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _saved = JsonSerializer.Serialize(Model);
        // Whoever typed while the draft was looked for keeps what they typed; it becomes the draft.
        if (await drafts.LoadAsync(Key, _leaving.Token) is { } draft && JsonSerializer.Deserialize<TModel>(draft.Json) is { } model
            && JsonSerializer.Serialize(Model) == _saved)
        {
            (_saved, _savedAt, _restored) = (draft.Json, draft.SavedAt, true);
            await OnRestore.InvokeAsync(model);
            StateHasChanged();
        }

        _ = KeepAsync();
    }

    private async Task KeepAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(Pause, clock);
            while (await timer.WaitForNextTickAsync(_leaving.Token)) await InvokeAsync(SaveAsync);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task SaveAsync()
    {
        var json = JsonSerializer.Serialize(Model);
        if (json == _saved) return;
        await drafts.SaveAsync(Key, json, _leaving.Token);
        (_saved, _savedAt, _restored) = (json, clock.GetUtcNow(), false);
        StateHasChanged();
    }

    private async Task LeavingAsync(LocationChangingContext leaving)
    {
        if (!Dirty) return;
        var answer = await dialogs.ShowConfirmationAsync("What you entered here is kept as a draft for you only.", "Leave this page?", "Leave", "Stay");
        if (answer.Cancelled) leaving.PreventNavigation();
    }
}
