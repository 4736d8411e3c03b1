using Lending.Portal.Components;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.FluentUI.AspNetCore.Components;

namespace Lending.Portal.Shell;

public static class PortalComponents
{
    /// <summary>Registers the shell and the component library. The source says who is signed in and what they may open.</summary>
    public static IServiceCollection AddPortalComponents(this IServiceCollection services, ShellSource shell)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        return services.AddComponentLibrary(shell);
    }

    /// <summary>The library without a host that renders it, for tests of single components.</summary>
    public static IServiceCollection AddComponentLibrary(this IServiceCollection services, ShellSource shell)
    {
        services.AddFluentUIComponents();
        services.AddSingleton(shell);
        services.AddScoped<ShellState>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddScoped<ITableViews, CircuitTableViews>();
        services.TryAddScoped<IExportLog, CircuitExportLog>();
        services.TryAddScoped<IDrafts, CircuitDrafts>();
        services.AddScoped<IPaletteSource, NavigationPalette>();
        services.AddScoped<IPaletteSource, PageActionPalette>();
        return services;
    }
}
