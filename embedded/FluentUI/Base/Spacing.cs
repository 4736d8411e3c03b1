namespace Microsoft.FluentUI.AspNetCore.Components;

/// <summary>Margins on the 4 px grid, as CSS text.</summary>
public static class Margin
{
    public const string All0 = "0";
    public const string All1 = "4px";
    public const string All2 = "8px";
    public const string All3 = "12px";
    public const string All4 = "16px";
    public const string Vertical2 = "8px 0";
    public const string Vertical4 = "16px 0";
    public const string Horizontal2 = "0 8px";
    public const string Horizontal4 = "0 16px";
}

/// <summary>Paddings on the 4 px grid, as CSS text.</summary>
public static class Padding
{
    public const string All0 = "0";
    public const string All1 = "4px";
    public const string All2 = "8px";
    public const string All3 = "12px";
    public const string All4 = "16px";
    public const string Vertical2 = "8px 0";
    public const string Vertical4 = "16px 0";
    public const string Horizontal2 = "0 8px";
    public const string Horizontal4 = "0 16px";
}
