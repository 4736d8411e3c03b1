using Microsoft.AspNetCore.Components;

namespace Lending.Portal.Components;

public sealed partial class DataTable<TRow>
{
    private bool _allInFilter;

    [Parameter] public bool Selectable { get; set; }
    /// <summary>The keys of the selected rows. When all of a filter are selected it holds the loaded ones; AllInFilter says so.</summary>
    [Parameter] public IReadOnlySet<string> Selection { get; set; } = new HashSet<string>();
    [Parameter] public EventCallback<IReadOnlySet<string>> SelectionChanged { get; set; }
    [Parameter] public RenderFragment<IReadOnlySet<string>>? BulkActions { get; set; }

    /// <summary>True after Ctrl+A: an action is meant for every row of the filter, loaded or not.</summary>
    public bool AllInFilter => _allInFilter;

    private bool AllShownSelected => _rows.Count > 0 && _rows.All(row => Selection.Contains(Key(row)));

    private Task ToggleAsync(int index, bool range)
    {
        var selected = new HashSet<string>(Selection);
        if (range && _rangeFrom >= 0)
        {
            for (var i = Math.Min(index, _rangeFrom); i <= Math.Max(index, _rangeFrom) && i < _rows.Count; i++) selected.Add(Key(_rows[i]));
        }
        else if (!selected.Remove(Key(_rows[index])))
        {
            selected.Add(Key(_rows[index]));
        }

        _rangeFrom = index;
        return SelectAsync(selected, all: false);
    }

    private Task SelectAllShownAsync() => SelectAsync(AllShownSelected ? [] : [.. _rows.Select(Key)], all: false);
    private Task SelectFilterAsync() => SelectAsync([.. _rows.Select(Key)], all: true);
    private Task ClearSelectionAsync() => SelectAsync([], all: false);

    private async Task SelectAsync(HashSet<string> selected, bool all)
    {
        Selection = selected;
        _allInFilter = all;
        await SelectionChanged.InvokeAsync(Selection);
    }
}
