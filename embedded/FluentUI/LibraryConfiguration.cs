using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.FluentUI.AspNetCore.Components;

public class LibraryConfiguration
{
    public ServiceLifetime ServiceLifetime { get; set; } = ServiceLifetime.Scoped;
}
