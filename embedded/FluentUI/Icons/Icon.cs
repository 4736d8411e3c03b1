namespace Microsoft.FluentUI.AspNetCore.Components;

public enum IconVariant { Regular, Filled, Light, Color }
public enum IconSize { Custom = 0, Size10 = 10, Size12 = 12, Size16 = 16, Size20 = 20, Size24 = 24, Size28 = 28, Size32 = 32, Size48 = 48 }

/// <summary>An icon: its SVG content, drawn in the current colour.</summary>
public class Icon(string name, IconVariant variant, IconSize size, string content)
{
    public string Name { get; } = name;
    public IconVariant Variant { get; } = variant;
    public IconSize Size { get; } = size;
    public string Content { get; } = content;
}
