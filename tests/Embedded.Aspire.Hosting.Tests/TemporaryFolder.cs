namespace Aspire.Hosting.Tests;

/// <summary>A folder that goes with the test, together with what its links point to.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("lending-hosting-").FullName;

    public TemporaryFolder()
    {
        // PostgreSQL runs as another user when the tests run as root.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path, File.GetUnixFileMode(Path) | UnixFileMode.OtherExecute | UnixFileMode.OtherRead);
    }

    public void Dispose()
    {
        foreach (var link in new DirectoryInfo(Path).EnumerateDirectories().Select(entry => entry.LinkTarget).OfType<string>().Where(Directory.Exists))
        {
            Directory.Delete(link, recursive: true);
        }
        Directory.Delete(Path, recursive: true);
    }
}
