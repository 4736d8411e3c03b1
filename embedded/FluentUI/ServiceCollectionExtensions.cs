using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.FluentUI.AspNetCore.Components;

public static class ServiceCollectionExtensions
{
    public static IServiceCollection AddFluentUIComponents(this IServiceCollection services, LibraryConfiguration? configuration = null)
    {
        services.AddSingleton(configuration ?? new());
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<DialogService>();
        services.AddScoped<IDialogService>(provider => provider.GetRequiredService<DialogService>());
        return services.AddScoped<IThemeService, ThemeService>();
    }

    public static IServiceCollection AddFluentUIComponents(this IServiceCollection services, Action<LibraryConfiguration> configure)
    {
        var configuration = new LibraryConfiguration();
        configure(configuration);
        return services.AddFluentUIComponents(configuration);
    }
}
