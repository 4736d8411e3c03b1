using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace Lending.Portal.Components;

public sealed partial class DataTable<TRow>
{
    private int _rangeFrom = -1;

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        if (_rows.Count == 0) return;
        switch (key.Key)
        {
            case "j" or "J" or "ArrowDown": await MoveAsync(_focused + 1); break;
            case "k" or "K" or "ArrowUp": await MoveAsync(_focused - 1); break;
            case "Home": await MoveAsync(0); break;
            case "End": await MoveAsync(_rows.Count - 1); break;
            case "PageDown": await MoveAsync(_focused + 10); break;
            case "PageUp": await MoveAsync(_focused - 10); break;
            case "Enter" when !key.CtrlKey: await OpenAsync(_rows[_focused]); break;
            case " " when PeekChanged.HasDelegate: await SetPeekAsync(Peek is not null && Key(Peek) == Key(_rows[_focused]) ? default : _rows[_focused]); break;
            case "x" or "X" when Selectable: await ToggleAsync(_focused, key.ShiftKey); break;
            case "a" or "A" when key.CtrlKey && Selectable: await SelectFilterAsync(); break;
            case "Escape" when Peek is not null: await SetPeekAsync(default); break;
        }
    }

    private async Task MoveAsync(int to)
    {
        if (to >= _rows.Count && _nextKey is not null) await LoadAsync(fresh: false);
        var target = Math.Clamp(to, 0, _rows.Count - 1);
        if (target == _focused && to >= 0 && to < _rows.Count) return;
        _focused = target;
        // An open peek follows the row, so that a queue can be read without leaving the keys.
        if (Peek is not null && PeekChanged.HasDelegate) await SetPeekAsync(_rows[_focused]);
        await script.InvokeVoidAsync("portal.focusRow", _scroller, _focused, RowHeight);
    }
}
