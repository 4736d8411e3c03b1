using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Microsoft.FluentUI.AspNetCore.Components;

/// <summary>Text on Fluent's type ramp.</summary>
public sealed class FluentText : FluentComponentBase
{
    [Parameter] public TextTag As { get; set; } = TextTag.Span;
    [Parameter] public TextSize? Size { get; set; }
    [Parameter] public TextWeight? Weight { get; set; }
    [Parameter] public TextAlign? Align { get; set; }
    [Parameter] public TextFont? Font { get; set; }
    [Parameter] public bool Nowrap { get; set; }
    [Parameter] public bool Truncate { get; set; }
    [Parameter] public bool Block { get; set; }
    [Parameter] public bool Italic { get; set; }
    [Parameter] public Color? Color { get; set; }
    [Parameter] public string? CustomColor { get; set; }
    [Parameter] public string? Tooltip { get; set; }
    [Parameter] public RenderFragment? ChildContent { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, As == TextTag.Paragraph ? "p" : As.ToString().ToLowerInvariant());
        builder.AddAttribute(1, "id", Id);
        builder.AddAttribute(2, "class", ClassValue);
        builder.AddAttribute(3, "style", Css());
        builder.AddAttribute(4, "title", Tooltip);
        builder.AddMultipleAttributes(5, AdditionalAttributes);
        builder.AddContent(6, ChildContent);
        builder.CloseElement();
    }

    private string? Css()
    {
        // Size700 and above are "Hero" in the token names.
        var step = Size is null ? null : (Size >= TextSize.Size700 ? "Hero" : "Base") + Size.ToString()![4..];
        var font = Font is null or TextFont.Base ? null : $"var(--fontFamily{Font})";
        return Markup.Styles(StyleValue,
            ("font-size", step is null ? null : $"var(--fontSize{step})"), ("line-height", step is null ? null : $"var(--lineHeight{step})"),
            ("font-weight", Weight is null ? null : $"var(--fontWeight{Weight})"), ("font-family", font), ("text-align", Align.Attribute()),
            ("white-space", Nowrap || Truncate ? "nowrap" : null), ("overflow", Truncate ? "hidden" : null), ("text-overflow", Truncate ? "ellipsis" : null),
            ("display", Block ? "block" : null), ("font-style", Italic ? "italic" : null),
            ("color", Color == Components.Color.Custom ? CustomColor : Color?.Css()));
    }
}
