using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace Lending.Portal.Components;

/// <summary>A table over pages of rows from the server: order, search, selection, keys, totals of the whole filter. One row has the focus; keys move it.</summary>
public sealed partial class DataTable<TRow>(ITableViews views, IExportLog exports, NavigationManager navigation, IJSRuntime script) : IAsyncDisposable
{
    private const int PageSize = 50;
    private static readonly int[] Heights = [32, 36, 44];

    private readonly CancellationTokenSource _leaving = new();
    private readonly List<TRow> _rows = [];
    private List<(TRow Row, int Index)> _indexed = [];
    private CancellationTokenSource? _asked;
    private DotNetObjectReference<DataTable<TRow>>? _self;
    private ElementReference _scroller;
    private IReadOnlyDictionary<string, string>? _totals;
    private object? _filter;
    private string? _nextKey;
    private long _total;
    private int _focused;
    private bool _loaded;
    private bool _loading;
    private bool _failed;
    private bool _watching;

    [Parameter, EditorRequired] public Func<DataTableRequest, CancellationToken, Task<DataTablePage<TRow>>> Load { get; set; } = default!;
    [Parameter, EditorRequired] public Func<TRow, string> Key { get; set; } = default!;
    /// <summary>The accessible name, also used in messages: "Applications".</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";
    /// <summary>Names the table among the person's views.</summary>
    [Parameter, EditorRequired] public string ViewKey { get; set; } = "";
    [Parameter] public Func<TRow, string>? RowHref { get; set; }
    [Parameter] public EventCallback<TRow> OnOpen { get; set; }
    [Parameter] public TRow? Peek { get; set; }
    [Parameter] public EventCallback<TRow?> PeekChanged { get; set; }
    [Parameter] public bool Searchable { get; set; }
    [Parameter] public string SearchHint { get; set; } = "Search this list";
    [Parameter] public string? Search { get; set; }
    [Parameter] public EventCallback<string?> SearchChanged { get; set; }
    [Parameter] public IReadOnlyList<SortBy> Sort { get; set; } = [];
    [Parameter] public EventCallback<IReadOnlyList<SortBy>> SortChanged { get; set; }
    /// <summary>The filter in force. A value that differs from the last one loads the list again.</summary>
    [Parameter] public object? Filter { get; set; }
    [Parameter] public Func<TRow, string?>? RowClass { get; set; }
    /// <summary>Rows that arrived since: shown as "3 new" until asked for.</summary>
    [Parameter] public int NewRows { get; set; }
    [Parameter] public RenderFragment? Toolbar { get; set; }
    [Parameter] public RenderFragment? ToolbarEnd { get; set; }
    [Parameter] public RenderFragment? Empty { get; set; }
    [Parameter] public RenderFragment? ChildContent { get; set; }

    private string Shown => !_loaded || _rows.Count == 0 ? "" : $"1–{MoneyFormat.Count(_rows.Count)} of {MoneyFormat.Count(_total)}";

    /// <summary>Loads from the start. Focus and selection stay where their rows still are.</summary>
    public Task RefreshAsync() => LoadAsync(fresh: true);

    [JSInvokable]
    public Task OnEndInViewAsync() => _nextKey is null || _loading ? Task.CompletedTask : InvokeAsync(() => LoadAsync(fresh: false));

    protected override async Task OnParametersSetAsync()
    {
        if (_loaded && Equals(Filter, _filter)) return;
        var first = !_loaded && _asked is null;
        if (!first && Equals(Filter, _filter)) return;
        _filter = Filter;
        if (first) await LoadViewAsync();
        await LoadAsync(fresh: true);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The columns are children: known only after the first drawing.
        if (firstRender) StateHasChanged();
        if (_watching || !_loaded || _rows.Count == 0 || _failed || _scroller.Id is null) return;
        _watching = true;
        _self ??= DotNetObjectReference.Create(this);
        await script.InvokeVoidAsync("portal.watchEnd", _scroller, _self);
    }

    private async Task LoadAsync(bool fresh)
    {
        if (_asked is not null) await _asked.CancelAsync();
        var asked = _asked = CancellationTokenSource.CreateLinkedTokenSource(_leaving.Token);
        (_loading, _failed) = (true, false);
        try
        {
            var page = await Load(new(fresh ? null : _nextKey, PageSize, Sort, string.IsNullOrWhiteSpace(Search) ? null : Search.Trim()), asked.Token);
            if (asked.IsCancellationRequested) return;
            Take(page, fresh);
        }
        catch (OperationCanceledException)
        {
            return; // A later request took over, or the page was left.
        }
        catch (Exception) when (!asked.IsCancellationRequested)
        {
            // Shown as the error state; the loader logs the cause with its correlation id.
            _failed = true;
            _watching = false;
        }

        _loading = false;
        StateHasChanged();
        if (fresh && _watching) await script.InvokeVoidAsync("portal.toTop", _scroller);
    }

    private void Take(DataTablePage<TRow> page, bool fresh)
    {
        var focused = fresh && _focused < _rows.Count ? Key(_rows[_focused]) : null;
        if (fresh) _rows.Clear();
        _rows.AddRange(page.Rows);
        _indexed = [.. _rows.Select((row, index) => (row, index))];
        (_total, _totals, _nextKey, _loaded) = (page.Total, page.Totals, page.NextKey, true);
        if (_rows.Count == 0) _watching = false;
        if (!fresh) return;
        var kept = focused is null ? -1 : _rows.FindIndex(row => Key(row) == focused);
        _focused = kept < 0 ? 0 : kept;
    }

    private SortBy? SortOf(Column<TRow> column) => Sort.FirstOrDefault(sort => sort.Column == column.Id);

    private async Task SortAsync(Column<TRow> column, bool add)
    {
        var now = SortOf(column);
        var next = new SortBy(column.Id, now is { Descending: false });
        Sort = add ? [.. Sort.Where(sort => sort.Column != column.Id), next] : [next];
        await SortChanged.InvokeAsync(Sort);
        await LoadAsync(fresh: true);
    }

    private async Task SearchAsync(ChangeEventArgs change)
    {
        Search = change.Value?.ToString();
        await SearchChanged.InvokeAsync(Search);
        await LoadAsync(fresh: true);
    }

    private string? RowCss(TRow row) => RowClass?.Invoke(row);

    private bool IsMarked(TRow row, string key) => Selection.Contains(key) || (Peek is not null && Key(Peek) == key);

    private async Task ClickAsync(int index)
    {
        _focused = index;
        if (PeekChanged.HasDelegate) await SetPeekAsync(_rows[index]);
    }

    private async Task OpenAsync(TRow row)
    {
        if (OnOpen.HasDelegate) await OnOpen.InvokeAsync(row);
        else if (RowHref is not null) navigation.NavigateTo(RowHref(row));
    }

    private async Task SetPeekAsync(TRow? row)
    {
        Peek = row;
        await PeekChanged.InvokeAsync(row);
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        if (_self is null) return;
        try
        {
            await script.InvokeVoidAsync("portal.unwatchEnd", _scroller);
        }
        catch (JSException)
        {
            // The element went before us.
        }
        catch (JSDisconnectedException)
        {
            // So did the page.
        }

        _self.Dispose();
    }
}
