using System.Globalization;

namespace Lending.AppHost;

/// <summary>What the sandbox is told on a developer's machine.</summary>
internal static class SandboxSettings
{
    /// <summary>Keeps the sandbox's phone, mailbox and bank with the other data of this run.</summary>
    public static IResourceBuilder<ProjectResource> WithDataFolder(this IResourceBuilder<ProjectResource> sandbox)
    {
        var application = sandbox.ApplicationBuilder;
        return application.ExecutionContext.IsRunMode && application.Configuration["DataFolder"] is { Length: > 0 } folder
            ? sandbox.WithEnvironment("DataFolder", Path.GetFullPath(folder))
            : sandbox;
    }

    /// <summary>Shows the demo staff's one-time codes from the start.</summary>
    public static void WithDemoAuthenticators(this IResourceBuilder<ProjectResource> sandbox)
    {
        foreach (var (index, (email, _)) in DemoLogins.All.Index())
        {
            sandbox.WithEnvironment($"Demo__Staff__{index.ToString(CultureInfo.InvariantCulture)}", email);
        }
    }
}
