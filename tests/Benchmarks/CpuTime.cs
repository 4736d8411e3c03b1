using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Lending.Benchmarks;

/// <summary>
/// Processor time of this process and of the PostgreSQL server it uses, user and system together. On a machine that others use too, work per operation says more
/// than operations per second. Linux only: elsewhere it is zero.
/// </summary>
internal sealed class CpuTime(int postmaster)
{
    private const int Parent = 1; // Fields of /proc/<pid>/stat behind the name.
    private const int User = 11;
    private const int EndedChildren = 14;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    public static async Task<CpuTime> OfAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand("SELECT pg_backend_pid()");
        var backend = (int)(await command.ExecuteScalarAsync())!;
        return new(StatOf(backend.ToString(CultureInfo.InvariantCulture)) is { } stat ? (int)stat[Parent] : 0);
    }

    /// <summary>Client is this process, Server the postmaster with all its processes, also those that have ended.</summary>
    public (TimeSpan Client, TimeSpan Server) Read()
    {
        var server = 0L;
        if (postmaster > 0)
        {
            foreach (var folder in Directory.EnumerateDirectories("/proc"))
            {
                if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) || StatOf(Path.GetFileName(folder)) is not { } stat) continue;
                if (pid == postmaster) server += stat[User..(EndedChildren + 1)].Sum();
                else if (stat[Parent] == postmaster) server += stat[User] + stat[User + 1];
            }
        }

        return (Process.GetCurrentProcess().TotalProcessorTime, server * Tick);
    }

    private static long[]? StatOf(string pid)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{pid}/stat");
            return [.. text[(text.LastIndexOf(')') + 2)..].Split(' ').Take(EndedChildren + 1).Select(field => long.TryParse(field, CultureInfo.InvariantCulture, out var number) ? number : 0)];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
