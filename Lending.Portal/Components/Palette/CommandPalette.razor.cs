using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace Lending.Portal.Components;

/// <summary>Ctrl+K: records, pages and actions by a few letters.</summary>
public sealed partial class CommandPalette
{
    private ElementReference _dialog;
    private ElementReference _list;
    private CancellationTokenSource? _search;
    private IReadOnlyList<PaletteItem> _found = [];
    private string _text = "";
    private int _at;
    private long _took;
    private bool _open;
    private bool _finding;

    /// <summary>Instead of the registered sources, for a page that shows the palette alone.</summary>
    [Parameter] public IReadOnlyList<IPaletteSource>? Sources { get; set; }

    public async Task OpenAsync()
    {
        (_open, _text, _at) = (true, "", 0);
        StateHasChanged();
        await Script.InvokeVoidAsync("portal.show", _dialog);
        await Script.InvokeVoidAsync("portal.focus", "#palette-text");
        await FindAsync();
        StateHasChanged();
    }

    public async Task CloseAsync()
    {
        _open = false;
        await Script.InvokeVoidAsync("portal.hide", _dialog);
    }

    public void Dispose() => _search?.Cancel();

    private async Task FindAsync()
    {
        if (_search is not null) await _search.CancelAsync();
        var search = _search = new();
        var started = Clock.GetTimestamp();
        _finding = true;
        try
        {
            var found = new List<PaletteItem>();
            foreach (var source in Sources ?? [.. Registered])
                found.AddRange(await source.FindAsync(_text.Trim(), search.Token));
            if (search.IsCancellationRequested) return;
            (_found, _at, _finding) = (found, 0, false);
            _took = (long)Clock.GetElapsedTime(started).TotalMilliseconds;
        }
        catch (OperationCanceledException)
        {
            // A later letter took over.
        }
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when _found.Count > 0: _at = (_at + 1) % _found.Count; break;
            case "ArrowUp" when _found.Count > 0: _at = (_at + _found.Count - 1) % _found.Count; break;
            case "Enter" when _found.Count > _at: await OpenAsync(_found[_at], key.CtrlKey); return;
            default: return;
        }

        await Script.InvokeVoidAsync("portal.scrollToActive", _list);
    }

    private async Task OpenAsync(PaletteItem item, bool newTab)
    {
        if (item.Locked) return;
        await CloseAsync();
        if (item.RunAsync is not null) await item.RunAsync();
        else if (item.Href is not null && newTab) await Script.InvokeVoidAsync("portal.goTo", item.Href, true);
        else if (item.Href is not null) Navigation.NavigateTo(item.Href);
    }

    private RenderFragment Marked(string title) => builder =>
    {
        var text = _text.Trim();
        var at = text.Length == 0 ? -1 : title.IndexOf(text, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            builder.AddContent(0, title);
            return;
        }

        builder.AddContent(1, title[..at]);
        builder.OpenElement(2, "mark");
        builder.AddContent(3, title.Substring(at, text.Length));
        builder.CloseElement();
        builder.AddContent(4, title[(at + text.Length)..]);
    };
}
