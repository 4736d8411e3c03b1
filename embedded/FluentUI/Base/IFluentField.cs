using Microsoft.AspNetCore.Components;

namespace Microsoft.FluentUI.AspNetCore.Components;

/// <summary>A labelled input with a message.</summary>
public interface IFluentField
{
    string? Label { get; set; }
    RenderFragment? LabelTemplate { get; set; }
    LabelPosition? LabelPosition { get; set; }
    string? LabelWidth { get; set; }
    bool? Required { get; set; }
    bool? Disabled { get; set; }
    string? Message { get; set; }
    Icon? MessageIcon { get; set; }
    RenderFragment? MessageTemplate { get; set; }
    Func<IFluentField, bool>? MessageCondition { get; set; }
    MessageState? MessageState { get; set; }
}

public enum LabelPosition { Above, After, Before }
public enum MessageState { Error, Success, Warning }
