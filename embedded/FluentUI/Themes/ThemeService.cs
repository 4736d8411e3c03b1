using Microsoft.JSInterop;

namespace Microsoft.FluentUI.AspNetCore.Components;

internal sealed class ThemeService(IJSRuntime script) : IThemeService
{
    public Task SetThemeAsync(ThemeMode mode) => script.InvokeVoidAsync("FluentUI.setTheme", mode.Attribute()).AsTask();
    public Task<bool> IsDarkModeAsync() => script.InvokeAsync<bool>("FluentUI.isDark").AsTask();

    public async Task<bool> SwitchThemeAsync()
    {
        var dark = !await IsDarkModeAsync();
        await SetThemeAsync(dark ? ThemeMode.Dark : ThemeMode.Light);
        return dark;
    }
}
