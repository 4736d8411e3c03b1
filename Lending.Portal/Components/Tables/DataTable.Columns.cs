using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Lending.Portal.Components;

public sealed partial class DataTable<TRow>
{
    // A bound on an export made in the circuit; a larger list needs OnExport, which runs elsewhere.
    private const int ExportRowsMax = 10_000;

    private readonly List<Column<TRow>> _columns = [];
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private TableView? _view;

    /// <summary>36, 32 or 44 px; the person's own choice comes first.</summary>
    [Parameter] public int DefaultRowHeight { get; set; } = 36;
    /// <summary>The name of the saved file without its ending. Null takes the export away.</summary>
    [Parameter] public string? CsvName { get; set; }
    /// <summary>Exports elsewhere, audited. Without it the rows of the whole filter are loaded and saved by the browser.</summary>
    [Parameter] public Func<CsvExport, Task>? OnExport { get; set; }

    private int RowHeight => _view?.RowHeight ?? DefaultRowHeight;

    private IEnumerable<Column<TRow>> Arranged => _view is null
        ? _columns
        : _columns.OrderBy(column => Place(_view.Columns, column.Id));

    private List<Column<TRow>> Visible => [.. Arranged.Where(column => _shown.Contains(column.Id))];

    internal void Add(Column<TRow> column)
    {
        _columns.Add(column);
        if (_view is null ? !column.Hidden : _view.Columns.Contains(column.Id)) _shown.Add(column.Id);
    }

    internal void Remove(Column<TRow> column)
    {
        _columns.Remove(column);
        _shown.Remove(column.Id);
    }

    private static int Place(IReadOnlyList<string> order, string id)
    {
        for (var i = 0; i < order.Count; i++) if (order[i] == id) return i;
        return int.MaxValue;
    }

    private async Task LoadViewAsync()
    {
        _view = await views.LoadAsync(ViewKey, _leaving.Token);
        if (_view is null) return;
        _shown.Clear();
        _shown.UnionWith(_view.Columns);
        _shown.UnionWith(_columns.Where(column => !column.Hideable).Select(column => column.Id));
    }

    private Task ToggleColumnAsync(Column<TRow> column)
    {
        if (!_shown.Remove(column.Id)) _shown.Add(column.Id);
        return KeepViewAsync([.. Arranged], RowHeight);
    }

    private Task MoveColumnAsync(Column<TRow> column, int by)
    {
        var order = Arranged.ToList();
        var at = order.IndexOf(column);
        var to = Math.Clamp(at + by, 0, order.Count - 1);
        order.RemoveAt(at);
        order.Insert(to, column);
        _columns.Clear();
        _columns.AddRange(order);
        return KeepViewAsync(order, RowHeight);
    }

    private Task SetHeightAsync(int height) => KeepViewAsync([.. Arranged], height);

    private async Task KeepViewAsync(List<Column<TRow>> order, int height)
    {
        _columns.Clear();
        _columns.AddRange(order);
        _view = new([.. order.Where(column => _shown.Contains(column.Id)).Select(column => column.Id)], height);
        await views.SaveAsync(ViewKey, _view, _leaving.Token);
    }

    // What was searched for may be a person's name or number: that there was a search is said, not which.
    private string FilterText => string.Join("; ", new[] { Filter?.ToString(), string.IsNullOrWhiteSpace(Search) ? null : "with a search text" }.Where(part => !string.IsNullOrEmpty(part)));

    private async Task ExportAsync()
    {
        var columns = Visible.Where(column => column.CsvText is not null).ToList();
        if (OnExport is not null)
        {
            await OnExport(new([.. columns.Select(column => column.Id)], Sort, Search));
            return;
        }

        var rows = new List<TRow>();
        string? after = null;
        do
        {
            var page = await Load(new(after, 500, Sort, string.IsNullOrWhiteSpace(Search) ? null : Search.Trim()), _leaving.Token);
            rows.AddRange(page.Rows);
            after = page.NextKey;
        }
        while (after is not null && rows.Count < ExportRowsMax);

        var text = Csv.Write(columns.Select(column => column.Title), rows.Select(row => columns.Select(column => column.CsvText!(row))));
        // Written down first: a file without a trace is worse than a trace of a file that did not arrive.
        await exports.AddAsync(new(Name, FilterText, [.. columns.Select(column => column.Title)], rows.Count), _leaving.Token);
        await script.InvokeVoidAsync("portal.download", $"{CsvName}.csv", "text/csv", text);
    }
}
