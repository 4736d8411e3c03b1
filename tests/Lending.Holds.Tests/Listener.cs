using System.Diagnostics;
using System.Globalization;

namespace Lending.Holds.Tests;

/// <summary>Finds the process behind a port, as Linux tells it.</summary>
internal static class Listener
{
    private const string Listening = "0A";

    public static Process On(int port)
    {
        var sockets = ((string[])["/proc/net/tcp", "/proc/net/tcp6"]).Where(File.Exists).SelectMany(File.ReadLines).Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields.Length > 9 && fields[3] == Listening
                && fields[1].EndsWith($":{port.ToString("X4", CultureInfo.InvariantCulture)}", StringComparison.Ordinal))
            .Select(fields => $"socket:[{fields[9]}]").ToHashSet(StringComparer.Ordinal);

        // A server's children may hold its socket too; it was there before them.
        return Process.GetProcesses().OrderBy(process => process.Id).FirstOrDefault(process => Files(process.Id).Any(sockets.Contains))
            ?? throw new InvalidOperationException($"Nothing listens on port {port}.");
    }

    private static IEnumerable<string> Files(int processId)
    {
        try
        {
            return [.. Directory.EnumerateFiles($"/proc/{processId}/fd").Select(file => new FileInfo(file).LinkTarget).OfType<string>()];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return []; // Ended meanwhile, or another user's.
        }
    }
}
