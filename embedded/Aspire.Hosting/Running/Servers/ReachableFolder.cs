using System.Security.Cryptography;
using System.Text;

namespace Aspire.Hosting.Running.Servers;

/// <summary>
/// Finds places that another user can reach. A repository under a home that only its owner may enter is closed to the user that
/// PostgreSQL runs as; only root needs this, so root's own folder serves.
/// </summary>
internal static class ReachableFolder
{
    private const string Elsewhere = "/var/lib/lending-embedded";

    /// <summary>The folder itself, or a copy of it that the user can reach.</summary>
    public static async Task<string> CopyIfClosedAsync(string folder, UnixUser? user, HostConsole console, CancellationToken cancellationToken)
    {
        if (user is null || IsOpen(folder)) return folder;

        var copy = Path.Combine(Elsewhere, $"servers-{NameOf(folder + File.GetLastWriteTimeUtc(folder).Ticks)}");
        await using var held = await FileLock.TakeAsync($"{copy}.lock", cancellationToken);
        if (Directory.Exists(copy)) return copy;

        console.Say($"{folder} is closed to user '{user.Name}', as whom PostgreSQL runs; using a copy in {copy}.");
        await ChildProcess.RunAsync(new ProcessSpec("cp", ["-a", folder, $"{copy}.new"], "/"), cancellationToken);
        Directory.Move($"{copy}.new", copy);
        return copy;
    }

    /// <summary>Makes a folder that the user owns and can reach; where the path is closed it becomes a link to one elsewhere.</summary>
    public static async Task<string> OwnAsync(string folder, UnixUser? user, HostConsole console, CancellationToken cancellationToken)
    {
        if (user is null)
        {
            Directory.CreateDirectory(folder);
            return folder;
        }

        var place = new DirectoryInfo(folder).LinkTarget ?? folder;
        if (!Directory.Exists(place) && !IsOpen(Path.GetDirectoryName(folder)!))
        {
            place = Path.Combine(Elsewhere, $"data-{NameOf(folder)}");
            console.Say($"{folder} is closed to user '{user.Name}', as whom PostgreSQL runs; keeping its data in {place}.");
        }
        Directory.CreateDirectory(place);
        if (place != folder && new DirectoryInfo(folder).LinkTarget is null) Directory.CreateSymbolicLink(folder, place);
        await ChildProcess.RunAsync(new ProcessSpec("chown", ["-R", $"{user.Uid}:{user.Gid}", place], "/"), cancellationToken);
        return place;
    }

    private static bool IsOpen(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (!OperatingSystem.IsWindows() && at.Exists && !at.UnixFileMode.HasFlag(UnixFileMode.OtherExecute)) return false;
        }
        return true;
    }

    private static string NameOf(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..12];
}
