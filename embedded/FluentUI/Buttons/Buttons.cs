namespace Microsoft.FluentUI.AspNetCore.Components;

public enum ButtonAppearance { Default, Outline, Primary, Subtle, Transparent }
public enum ButtonSize { Medium, Small, Large }
public enum ButtonShape { Default, Rounded, Circular, Square }
public enum ButtonType { Button, Submit, Reset }
public enum LinkTarget { Blank, Self, Parent, Top }
public enum LinkAppearance { Default, Subtle }
public enum LinkRel { NoReferrer, NoOpener, NoFollow }

internal static class LinkTargets
{
    public static string? Attribute(this LinkTarget? target) => target is { } known ? "_" + Markup.Attribute(known) : null;
}
