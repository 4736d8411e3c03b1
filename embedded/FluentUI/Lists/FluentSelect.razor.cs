using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Microsoft.FluentUI.AspNetCore.Components;

internal interface IOptionList<in TValue>
{
    string Key(TValue? value);
    bool Same(TValue? value);
}

/// <summary>A drop-down list. The value is the option's, or what OptionValue makes of it.</summary>
public sealed partial class FluentSelect<TOption, TValue> : FluentInputBase<TValue>, IOptionList<TValue>
{
    private readonly Dictionary<string, TValue?> _values = [];
    private ElementReference _element;

    [Parameter] public IEnumerable<TOption>? Items { get; set; }
    [Parameter] public Func<TOption?, string>? OptionText { get; set; }
    [Parameter] public Func<TOption?, TValue?>? OptionValue { get; set; }
    [Parameter] public Func<TOption?, bool>? OptionDisabled { get; set; }
    [Parameter] public RenderFragment<TOption>? OptionTemplate { get; set; }
    [Parameter] public IEqualityComparer<TOption>? OptionSelectedComparer { get; set; }
    [Parameter] public bool Multiple { get; set; }
    [Parameter] public IEnumerable<TOption> SelectedItems { get; set; } = [];
    [Parameter] public EventCallback<IEnumerable<TOption>> SelectedItemsChanged { get; set; }
    [Parameter] public string? Placeholder { get; set; }
    [Parameter] public ListSize? Size { get; set; }
    [Parameter] public ListAppearance? Appearance { get; set; }
    [Parameter] public string? Width { get; set; }
    [Parameter] public string? Height { get; set; }
    [Parameter] public RenderFragment? ChildContent { get; set; }

    public Task ClearAsync()
    {
        CurrentValue = default;
        SelectedItems = [];
        return SelectedItemsChanged.InvokeAsync(SelectedItems);
    }

    string IOptionList<TValue>.Key(TValue? value) => Key(value);
    bool IOptionList<TValue>.Same(TValue? value) => Same(value);

    // A closed drop-down has no accessible name and no aria-expanded of its own.
    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender
        ? Script.InvokeVoidAsync("FluentUI.nameDropdown", _element, AccessibleName).AsTask()
        : Task.CompletedTask;

    private TValue? ValueOf(TOption option) =>
        OptionValue is not null ? OptionValue(option) : option is TValue value ? value : default;

    private string TextOf(TOption option) => OptionText?.Invoke(option) ?? option?.ToString() ?? "";
    private bool Same(TValue? value) => EqualityComparer<TValue>.Default.Equals(CurrentValue, value);
    private bool Chosen(TOption option) => SelectedItems.Contains(option, OptionSelectedComparer);

    private string Key(TValue? value)
    {
        var key = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        _values[key] = value;
        return key;
    }

    private async Task ChangedAsync(FluentChangeEventArgs change)
    {
        if (Multiple)
        {
            var keys = (change.Value ?? "").Split('\u001f', StringSplitOptions.RemoveEmptyEntries);
            SelectedItems = (Items ?? []).Where(option => keys.Contains(Key(ValueOf(option)))).ToList();
            await SelectedItemsChanged.InvokeAsync(SelectedItems);
        }
        else if (_values.TryGetValue(change.Value ?? "", out var value))
        {
            CurrentValue = value;
        }
    }
}
