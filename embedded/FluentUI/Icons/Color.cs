namespace Microsoft.FluentUI.AspNetCore.Components;

public enum Color { Default, Primary, Lightweight, Disabled, Warning, Info, Error, Success, Custom }

internal static class ColorCss
{
    public static string Css(this Color color) => color switch
    {
        Color.Primary => "var(--colorBrandForeground1)",
        Color.Lightweight => "var(--colorNeutralForegroundInverted)",
        Color.Disabled => "var(--colorNeutralForegroundDisabled)",
        Color.Warning => "var(--colorPaletteDarkOrangeForeground1)",
        Color.Info => "var(--colorNeutralForeground3)",
        Color.Error => "var(--colorPaletteRedForeground1)",
        Color.Success => "var(--colorPaletteGreenForeground1)",
        _ => "currentColor",
    };
}
