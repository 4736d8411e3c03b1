using Microsoft.AspNetCore.Components;

namespace Lending.Portal.Components;

/// <summary>One column of a DataTable. Draws nothing itself; the table asks it for heading and cells.</summary>
public sealed class Column<TRow> : ComponentBase, IDisposable
{
    [CascadingParameter] private DataTable<TRow>? Table { get; set; }

    [Parameter, EditorRequired] public string Id { get; set; } = "";
    [Parameter, EditorRequired] public string Title { get; set; } = "";
    /// <summary>CSS width: "118px", "12%". Without one the column takes what is left.</summary>
    [Parameter] public string? Width { get; set; }
    /// <summary>Right aligned with tabular figures: every amount, count and age.</summary>
    [Parameter] public bool End { get; set; }
    /// <summary>An id: slashed zero.</summary>
    [Parameter] public bool Code { get; set; }
    [Parameter] public bool Strong { get; set; }
    [Parameter] public bool Sortable { get; set; }
    [Parameter] public bool Hideable { get; set; } = true;
    /// <summary>Not shown until chosen.</summary>
    [Parameter] public bool Hidden { get; set; }
    /// <summary>The cell in an export: ISO dates, plain numbers, masked values. A column without it is not exported.</summary>
    [Parameter] public Func<TRow, string?>? CsvText { get; set; }
    [Parameter] public RenderFragment<TRow>? ChildContent { get; set; }

    internal string? CellCss => (End, Code, Strong) switch
    {
        (false, false, false) => null,
        _ => $"{(End ? "r " : "")}{(Code ? "code " : "")}{(Strong ? "md" : "")}".TrimEnd(),
    };

    protected override void OnInitialized() => Table?.Add(this);
    public void Dispose() => Table?.Remove(this);
}
