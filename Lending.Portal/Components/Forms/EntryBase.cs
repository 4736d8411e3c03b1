using Microsoft.AspNetCore.Components;

namespace Lending.Portal.Components;

/// <summary>An input that takes what people type, checks it on leaving, then while it is corrected, and echoes the value as read.</summary>
public abstract class EntryBase<TValue> : ComponentBase where TValue : struct
{
    private readonly string _generatedId = $"e{Guid.CreateVersion7():n}";
    private TValue? _known;
    private string? _advice;
    private bool _left;

    [Parameter] public TValue? Value { get; set; }
    [Parameter] public EventCallback<TValue?> ValueChanged { get; set; }
    [Parameter] public TValue? Min { get; set; }
    [Parameter] public TValue? Max { get; set; }
    [Parameter, EditorRequired] public string Label { get; set; } = "";
    [Parameter] public bool HideLabel { get; set; }
    [Parameter] public string? Hint { get; set; }
    /// <summary>From the form. The input's own advice comes first.</summary>
    [Parameter] public string? Error { get; set; }
    [Parameter] public bool Required { get; set; }
    [Parameter] public bool Disabled { get; set; }
    [Parameter] public bool Locked { get; set; }
    [Parameter] public string? Was { get; set; }
    [Parameter] public string? Id { get; set; }

    protected string Text { get; private set; } = "";
    protected string InputId => Id ?? _generatedId;
    protected string? Problem => (_left ? _advice : null) ?? Error;
    protected string? DescribedBy => Problem is not null ? $"{InputId}-error" : Hint is not null ? $"{InputId}-hint" : null;

    /// <summary>True when what is typed is a value within the limits, or empty and not required.</summary>
    public bool IsValid => _advice is null && (!Required || Value is not null);

    /// <summary>Shows what is missing, as leaving the field would. A form calls it on submit.</summary>
    public bool Check()
    {
        _left = true;
        _advice = Judge(Text).Advice;
        StateHasChanged();
        return _advice is null;
    }

    protected abstract (TValue? Value, string? Advice) Read(string text);
    protected abstract string Write(TValue value);
    protected virtual string MissingAdvice => $"Enter {char.ToLowerInvariant(Label[0])}{Label[1..]}.";

    protected override void OnParametersSet()
    {
        // A value from outside replaces the text; our own, coming back, must not disturb typing.
        if (Equals(Value, _known) && (Text.Length > 0 || Value is null)) return;
        _known = Value;
        _advice = null;
        Text = Value is { } value ? Write(value) : "";
    }

    protected async Task TypedAsync(ChangeEventArgs change)
    {
        Text = change.Value?.ToString() ?? "";
        var (value, advice) = Judge(Text);
        _advice = advice;
        if (advice is null) await CommitAsync(value);
    }

    protected async Task LeftAsync()
    {
        _left = true;
        var (value, advice) = Judge(Text);
        _advice = advice;
        if (advice is not null) return;
        if (value is { } read) Text = Write(read);
        await CommitAsync(value);
    }

    private (TValue? Value, string? Advice) Judge(string text)
    {
        var (value, advice) = Read(text);
        if (advice is not null) return (null, advice);
        if (value is not { } read) return (null, Required ? MissingAdvice : null);
        if (Min is { } min && Comparer<TValue>.Default.Compare(read, min) < 0) return (null, $"Enter {Write(min)} or more.");
        if (Max is { } max && Comparer<TValue>.Default.Compare(read, max) > 0) return (null, $"Enter {Write(max)} or less.");
        return (read, null);
    }

    private async Task CommitAsync(TValue? value)
    {
        if (Equals(value, _known)) return;
        _known = value;
        Value = value;
        await ValueChanged.InvokeAsync(value);
    }
}
