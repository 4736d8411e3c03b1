namespace Sandbox;

/// <summary>What the process is told from outside.</summary>
/// <param name="Folder">Where state is kept between runs.</param>
/// <param name="WebhookKey">Signs webhooks; without it they wait.</param>
/// <param name="WebhookBaseUrl">Where webhooks go when a request names no address.</param>
/// <param name="SettleAfter">How long a payout takes for each of its two steps.</param>
/// <param name="DemoStaff">E-mail addresses that the authenticator shows from the start.</param>
internal sealed record SandboxSettings(
    string Folder, string? WebhookKey, Uri WebhookBaseUrl, TimeSpan SettleAfter, string[] DemoStaff)
{
    internal static SandboxSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var data = configuration["DataFolder"] is { Length: > 0 } named
            ? Path.GetFullPath(named)
            : Path.Combine(RepositoryRoot(environment.ContentRootPath), ".data");
        var webhooks = configuration["Webhooks:BaseUrl"]
            ?? configuration["services:lending-api:http:0"]
            ?? $"http://127.0.0.1:{configuration["Ports:Api"] ?? "5080"}";
        return new SandboxSettings(
            Path.Combine(data, "sandbox"),
            configuration["Webhooks:Key"],
            new Uri(webhooks.TrimEnd('/') + "/"),
            TimeSpan.FromMilliseconds(configuration.GetValue("Sandbox:SettleAfterMs", 400)),
            configuration.GetSection("Demo:Staff").Get<string[]>() ?? []);
    }

    // A service started by hand and one started by the AppHost share one data folder.
    private static string RepositoryRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Lending.sln"))) return folder.FullName;
        }

        return start;
    }
}
