using Microsoft.AspNetCore.Components;

namespace Microsoft.FluentUI.AspNetCore.Components;

/// <summary>What every Fluent component takes: identity, class, style, spacing, and any further attribute.</summary>
public abstract class FluentComponentBase : ComponentBase, IAsyncDisposable
{
    [Parameter] public string? Id { get; set; }
    [Parameter] public string? Class { get; set; }
    [Parameter] public string? Style { get; set; }
    [Parameter] public string? Margin { get; set; }
    [Parameter] public string? Padding { get; set; }
    [Parameter] public object? Data { get; set; }
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? AdditionalAttributes { get; set; }

    protected string? ClassValue => Markup.Classes(Class);
    protected string? StyleValue => Markup.Styles(Style, ("margin", Margin), ("padding", Padding));

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
