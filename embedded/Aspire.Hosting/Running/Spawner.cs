using System.Collections.Concurrent;
using System.Diagnostics;

namespace Aspire.Hosting.Running;

/// <summary>
/// Starts processes from one thread that lives as long as the AppHost: the signal that ends a child with its parent is tied to the
/// thread that forked it, and a pool thread may go at any time.
/// </summary>
internal static class Spawner
{
    private static readonly BlockingCollection<Action> Work = [];

    static Spawner() => new Thread(() =>
    {
        foreach (var start in Work.GetConsumingEnumerable()) start();
    })
    { IsBackground = true, Name = "Spawner" }.Start();

    /// <summary>Starts a process that ends with the AppHost, however that ends.</summary>
    public static Task<Process> StartAsync(ProcessSpec spec)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Work.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(StartInfo(spec)) ?? throw new InvalidOperationException($"{spec.FileName} did not start."));
            }
            catch (Exception failure)
            {
                started.SetException(failure);
            }
        });
        return started.Task;
    }

    private static ProcessStartInfo StartInfo(ProcessSpec spec)
    {
        List<string> command = [.. Guard(spec), spec.FileName, .. spec.Arguments];
        var info = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = spec.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in spec.Environment)
        {
            if (value is null) info.Environment.Remove(name);
            else info.Environment[name] = value;
        }
        return info;
    }

    // setsid keeps Ctrl+C from the children, which the AppHost stops in order. Both programs become the command; the process id stays.
    private static IEnumerable<string> Guard(ProcessSpec spec)
    {
        if (OperatingSystem.IsWindows()) return [];
        if (Executable.Find("setpriv") is { } setpriv && Executable.Find("setsid") is { } setsid)
        {
            return
            [
                setsid, setpriv, $"--pdeathsig={(spec.OrphanSignal == PosixSignal.Interrupt ? "INT" : "KILL")}",
                .. spec.User is { } user ? [$"--reuid={user.Uid}", $"--regid={user.Gid}", "--clear-groups"] : Array.Empty<string>(),
                "--",
            ];
        }
        if (spec.User is not null) throw new DistributedApplicationException("Running as root needs setpriv and setsid (package util-linux).");
        return ["/bin/sh", "-c", Watchdog, "sh", Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture)];
    }

    // For systems without setpriv: a shell in between that passes signals on and looks once a second whether the AppHost still lives.
    private const string Watchdog = """
        parent=$1; shift
        "$@" &
        child=$!
        trap 'kill -TERM $child' TERM
        trap 'kill -INT $child' INT
        ( while kill -0 $parent 2>/dev/null && kill -0 $child 2>/dev/null; do sleep 1; done; kill -KILL $child 2>/dev/null ) &
        wait $child; code=$?
        while kill -0 $child 2>/dev/null; do wait $child; code=$?; done
        exit $code
        """;
}
