using Microsoft.AspNetCore.Components;

namespace Microsoft.FluentUI.AspNetCore.Components;

/// <summary>What a web component reports when its state changed. Only the member its element has is set.</summary>
public sealed class FluentChangeEventArgs : EventArgs
{
    public string? Value { get; set; }
    public bool? Checked { get; set; }
    public string? ActiveId { get; set; }
    public bool? Expanded { get; set; }
    public string? NewState { get; set; }
}

/// <summary>Names the browser events for Razor; wwwroot's JS initializer registers them.</summary>
[EventHandler("onfluentchange", typeof(FluentChangeEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
[EventHandler("onfluenttoggle", typeof(FluentChangeEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
public static class EventHandlers;
