namespace Microsoft.FluentUI.AspNetCore.Components;

public enum ListSize { Medium, Small, Large }
public enum ListAppearance { FilledLighter, FilledDarker, Outline, Transparent }
