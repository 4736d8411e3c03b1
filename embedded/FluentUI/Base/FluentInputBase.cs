using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Microsoft.FluentUI.AspNetCore.Components;

/// <summary>An input that binds a value, with or without an EditForm.</summary>
public abstract class FluentInputBase<TValue> : InputBase<TValue>, IFluentField, IAsyncDisposable
{
    private string? _generatedId;

    protected FluentInputBase() =>
        // InputBase asks for an expression; without an EditForm nobody reads it.
        ValueExpression = () => Value!;

    [Parameter] public string? Id { get; set; }
    [Parameter] public string? Class { get; set; }
    [Parameter] public string? Style { get; set; }
    [Parameter] public string? Margin { get; set; }
    [Parameter] public string? Padding { get; set; }
    [Parameter] public object? Data { get; set; }
    [Parameter] public string? Label { get; set; }
    [Parameter] public RenderFragment? LabelTemplate { get; set; }
    [Parameter] public LabelPosition? LabelPosition { get; set; }
    [Parameter] public string? LabelWidth { get; set; }
    [Parameter] public bool? Required { get; set; }
    [Parameter] public bool? Disabled { get; set; }
    [Parameter] public string? Message { get; set; }
    [Parameter] public Icon? MessageIcon { get; set; }
    [Parameter] public RenderFragment? MessageTemplate { get; set; }
    [Parameter] public Func<IFluentField, bool>? MessageCondition { get; set; }
    [Parameter] public MessageState? MessageState { get; set; }
    [Parameter] public bool Autofocus { get; set; }
    [Parameter] public string? AriaLabel { get; set; }
    [Parameter] public string? Name { get; set; }
    [Parameter] public bool ReadOnly { get; set; }
    [Parameter] public string? Tooltip { get; set; }

    /// <summary>The id in the page: the one given, or one of our own so that the label can point to the input.</summary>
    protected string InputId => Id ?? (_generatedId ??= $"f{Guid.CreateVersion7():n}");
    protected string? ClassValue => Markup.Classes(Class, CssClass);
    protected string? StyleValue => Markup.Styles(Style, ("margin", Margin), ("padding", Padding));
    protected string? NameValue => Name ?? (string.IsNullOrEmpty(NameAttributeValue) ? null : NameAttributeValue);
    protected string? AccessibleName => AriaLabel ?? Label;

    protected override bool TryParseValueFromString(
        string? value, [MaybeNullWhen(false)] out TValue result, [NotNullWhen(false)] out string? validationErrorMessage)
    {
        if (BindConverter.TryConvertTo(value, CultureInfo.InvariantCulture, out result!))
        {
            validationErrorMessage = null;
            return true;
        }

        validationErrorMessage = $"Enter a value for {DisplayName ?? Label ?? FieldIdentifier.FieldName}.";
        return false;
    }

    public virtual ValueTask DisposeAsync()
    {
        ((IDisposable)this).Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
