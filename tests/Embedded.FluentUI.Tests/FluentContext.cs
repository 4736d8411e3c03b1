namespace Embedded.FluentUI.Tests;

public abstract class FluentContext : BunitContext
{
    protected FluentContext()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddFluentUIComponents();
    }
}
