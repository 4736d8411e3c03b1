using System.Text.Json;

namespace Aspire.Hosting.Running;

/// <summary>
/// Keeps what each project was told, in the data folder and for this user only, so that a second process of it, such as a one-shot command, can be
/// started by hand beside the running ones.
/// </summary>
internal sealed class EnvironmentFiles(DataFolder data)
{
    public void Write(string resource, IReadOnlyDictionary<string, string> variables)
    {
        var folder = Directory.CreateDirectory(data.Of("environment"));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(Path.Combine(folder.FullName, $"{resource}.json"), options);
        JsonSerializer.Serialize(file, variables);
    }
}
