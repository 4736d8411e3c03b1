namespace Microsoft.FluentUI.AspNetCore.Components;

public enum ProgressState { Success, Warning, Error }
public enum ProgressThickness { Medium, Large }
public enum SpinnerSize { Tiny, ExtraSmall, Small, Medium, Large, ExtraLarge, Huge }
