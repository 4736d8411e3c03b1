using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace Lending.Portal.Tests;

/// <summary>Renders components as the portal does, under a culture that would show any that leans on the machine's.</summary>
public abstract class PortalContext : BunitContext
{
    protected static readonly DateOnly Today = new(2026, 11, 24);

    protected PortalContext()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de-DE");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(new FixedClock());
        Services.AddComponentLibrary((_, _) => Task.FromResult(
            new ShellModel("Saffron Credit", "Ritika Sahni", "Credit executive", [new("Work", [new("My queue", "/queue", "mail_inbox_16_regular", 24, "G Q")])], Today)));
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);
    }
}
