namespace Microsoft.FluentUI.AspNetCore.Components;

public enum ThemeMode { Light, Dark, System }

/// <summary>Changes the page's theme. Uses script, so only after the first render.</summary>
public interface IThemeService
{
    Task SetThemeAsync(ThemeMode mode);
    Task<bool> SwitchThemeAsync();
    Task<bool> IsDarkModeAsync();
}
