using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Running;

/// <summary>Where everything that survives a restart is kept, held by one AppHost at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream @lock) => (Path, _lock) = (path, @lock);

    public string Path { get; }

    /// <summary>Configuration <c>DataFolder</c>, or <c>.data</c> beside the AppHost's folder.</summary>
    public static string PathOf(IConfiguration configuration, string appHostDirectory) =>
        configuration["DataFolder"] is { Length: > 0 } chosen
            ? System.IO.Path.GetFullPath(chosen)
            : System.IO.Path.GetFullPath(System.IO.Path.Combine(appHostDirectory, "..", ".data"));

    /// <summary>Takes hold of the folder, and empties it first when a fresh start is asked for.</summary>
    public static DataFolder Open(string path, bool fresh, HostConsole console)
    {
        Directory.CreateDirectory(path);
        FileStream held;
        try
        {
            held = new FileStream(System.IO.Path.Combine(path, "apphost.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new DistributedApplicationException(
                $"Another AppHost is using {path}. Stop it, or give this one a folder of its own with --DataFolder=<path>.");
        }

        if (fresh)
        {
            console.Say($"Starting fresh: deleting everything in {path}");
            foreach (var entry in new DirectoryInfo(path).EnumerateFileSystemInfos().Where(entry => entry.Name != "apphost.lock"))
            {
                if (entry is DirectoryInfo { LinkTarget: { } elsewhere } && Directory.Exists(elsewhere)) Directory.Delete(elsewhere, recursive: true);
                if (entry is DirectoryInfo { LinkTarget: null } folder) folder.Delete(recursive: true);
                else entry.Delete();
            }
        }
        return new DataFolder(path, held);
    }

    public string Of(string resource) => System.IO.Path.Combine(Path, resource);

    public void Dispose() => _lock.Dispose();
}
