using Lending.Portal.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace Lending.Portal.Shell;

public sealed partial class MainLayout
{
    private DotNetObjectReference<MainLayout>? _self;
    private ErrorBoundary? _boundary;
    private CommandPalette? _palette;
    private ShortcutsList? _shortcuts;

    private string SkipHref => $"{Navigation.ToBaseRelativePath(Navigation.Uri).Split('#')[0]}#page";

    /// <summary>A key or a chord pressed outside any field: "ctrl+k", "?", "g q", "p".</summary>
    [JSInvokable]
    public async Task OnKeyAsync(string keys)
    {
        switch (keys)
        {
            case "ctrl+k": await OpenPaletteAsync(); return;
            case "?": await OpenShortcutsAsync(); return;
        }

        var links = Shell.Model?.Navigation.SelectMany(group => group.Links) ?? [];
        if (links.FirstOrDefault(link => Same(link.Shortcut, keys)) is { } link)
            Navigation.NavigateTo(link.Href);
        else if (Shell.Actions.FirstOrDefault(action => Same(action.Key, keys)) is { } action)
            await action.RunAsync();
    }

    protected override async Task OnInitializedAsync()
    {
        Shell.Changed += Redraw;
        await Shell.LoadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _self = DotNetObjectReference.Create(this);
        await Script.InvokeVoidAsync("portal.listen", _self);
    }

    public async ValueTask DisposeAsync()
    {
        Shell.Changed -= Redraw;
        if (_self is null) return;
        try
        {
            await Script.InvokeVoidAsync("portal.unlisten", _self);
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its listener with it.
        }

        _self.Dispose();
    }

    private static bool Same(string? key, string pressed) =>
        string.Equals(key, pressed, StringComparison.OrdinalIgnoreCase);

    private Task OpenPaletteAsync() => _palette?.OpenAsync() ?? Task.CompletedTask;
    private Task OpenShortcutsAsync() => _shortcuts?.OpenAsync() ?? Task.CompletedTask;
    private void Redraw() => _ = InvokeAsync(StateHasChanged);
    private void Recover() => _boundary?.Recover();
}
