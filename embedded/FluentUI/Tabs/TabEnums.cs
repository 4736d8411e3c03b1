namespace Microsoft.FluentUI.AspNetCore.Components;

public enum TabsAppearance { Transparent, Subtle }
public enum TabsSize { Medium, Small, Large }
