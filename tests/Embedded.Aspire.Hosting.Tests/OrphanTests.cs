using System.Diagnostics;
using Aspire.Hosting.Probe;

namespace Aspire.Hosting.Tests;

public sealed class OrphanTests
{
    [Fact]
    public async Task Kill_OfTheAppHost_EndsWhatItStarted()
    {
        using var data = new TemporaryFolder();
        using var host = StartHost(data);
        var children = await ReadChildrenAsync(host);

        host.Kill();
        await host.WaitForExitAsync(Within.FiveMinutes);

        Assert.Equal(["pg", "service"], children.Select(child => child.Name).Order());
        foreach (var (_, process) in children)
        {
            await process.WaitForExitAsync(Within.FiveMinutes);
            Assert.True(process.HasExited);
        }
    }

    private static Process StartHost(TemporaryFolder data)
    {
        var start = new ProcessStartInfo(Running.Executable.Dotnet(), [typeof(ProbeProject).Assembly.Location, "host", $"--DataFolder={data.Path}"])
        {
            RedirectStandardOutput = true,
        };
        return Process.Start(start)!;
    }

    private static async Task<List<(string Name, Process Process)>> ReadChildrenAsync(Process host)
    {
        var children = new List<(string, Process)>();
        while (await host.StandardOutput.ReadLineAsync(Within.FiveMinutes) is { } line && line != "ready")
        {
            if (line.Split(' ') is ["pid", var name, var id]) children.Add((name, Process.GetProcessById(int.Parse(id))));
        }
        return children;
    }
}
