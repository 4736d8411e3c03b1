using System.Text.Json;

namespace Lending.Workers.Maintenance;

/// <summary>
/// Lets a one-shot command be run by hand on a developer's machine: where the environment says nothing, it joins the installation that the AppHost is
/// running, by what the AppHost left in its data folder for the workers.
/// </summary>
public static class RunningInstallation
{
    public static void Join(ConfigurationManager configuration)
    {
        if (configuration.GetConnectionString("lendingdb") is not null) return;
        var folder = configuration["DataFolder"] is { Length: > 0 } chosen ? chosen : FindDataFolder();
        var file = folder is null ? null : Path.Combine(folder, "environment", "lending-workers.json");
        if (file is null || !File.Exists(file)) return;
        var variables = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!;
        configuration.AddInMemoryCollection(variables.Select(pair =>
            KeyValuePair.Create(pair.Key.Replace("__", ":", StringComparison.Ordinal), (string?)pair.Value)));
    }

    private static string? FindDataFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Lending.sln"))) folder = folder.Parent;
        return folder is null ? null : Path.Combine(folder.FullName, ".data");
    }
}
