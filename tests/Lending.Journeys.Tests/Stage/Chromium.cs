namespace Lending.Journeys.Tests;

/// <summary>The browser of this machine. Nothing is downloaded: where there is none, the journeys say so and do not run.</summary>
public static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>Where it is, or null.</summary>
    public static string? Path { get; } = Find(Environment.GetEnvironmentVariable("PATH"));

    /// <summary>Why the journeys cannot run here, or null when they can.</summary>
    public static string? WhyNot => Path is null
        ? $"No browser: none of {string.Join(", ", Names)} is on the PATH. Install chromium to run the journeys."
        : null;

    /// <summary>The first browser in a list of folders.</summary>
    public static string? Find(string? folders) => (folders ?? "")
        .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>Starts it without a window. It calls nobody but the pages under test.</summary>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Path,
        Args =
        [
            "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-domain-reliability", "--no-first-run", "--no-pings", "--font-render-hinting=none",
        ],
    });
}

/// <summary>A test that needs a browser. Without one it is reported as not run, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.WhyNot;
}
