using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Aspire.Hosting.Running;

/// <summary>A running process whose lines are passed on.</summary>
internal sealed class ChildProcess
{
    // A reader may wait for ever when a grandchild keeps the pipe open.
    private static readonly TimeSpan DrainMax = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly ProcessSpec _spec;

    private ChildProcess(Process process, ProcessSpec spec, Action<string, bool> onLine)
    {
        (_process, _spec) = (process, spec);
        Id = process.Id;
        process.StandardInput.Close();
        Exited = WaitAsync(ReadAsync(process.StandardOutput, line => onLine(line, false)), ReadAsync(process.StandardError, line => onLine(line, true)));
    }

    public int Id { get; }

    /// <summary>Completes with the exit code when the process is gone.</summary>
    public Task<int> Exited { get; }

    public static async Task<ChildProcess> StartAsync(ProcessSpec spec, Action<string, bool> onLine) =>
        new(await Spawner.StartAsync(spec), spec, onLine);

    /// <summary>Runs a program to its end; throws with its last lines when it fails.</summary>
    public static async Task RunAsync(ProcessSpec spec, CancellationToken cancellationToken)
    {
        var lines = new Queue<string>();
        var child = await StartAsync(spec, (line, _) =>
        {
            lock (lines)
            {
                lines.Enqueue(line);
                if (lines.Count > 15) lines.Dequeue();
            }
        });
        await using var stop = cancellationToken.Register(() => child.Signal(PosixSignal.Kill));
        var code = await child.Exited;
        cancellationToken.ThrowIfCancellationRequested();
        if (code != 0)
        {
            throw new DistributedApplicationException(
                $"{Path.GetFileName(spec.FileName)} ended with code {code}:{Environment.NewLine}{string.Join(Environment.NewLine, lines)}");
        }
    }

    /// <summary>Asks the process to end, and ends it after the time allowed.</summary>
    public async Task StopAsync(TimeSpan allowed)
    {
        Signal(_spec.StopSignal);
        try
        {
            await Exited.WaitAsync(allowed);
        }
        catch (TimeoutException)
        {
            Signal(PosixSignal.Kill);
            await Exited;
        }
    }

    private void Signal(PosixSignal signal)
    {
        if (Exited.IsCompleted) return;
        if (OperatingSystem.IsWindows())
        {
            _process.Kill(entireProcessTree: true);
            return;
        }
        _ = Kill(Id, (int)signal);
    }

    private async Task<int> WaitAsync(Task output, Task errors)
    {
        await _process.WaitForExitAsync();
        try
        {
            await Task.WhenAll(output, errors).WaitAsync(DrainMax);
        }
        catch (TimeoutException)
        {
            // What it said is lost then; that it ended is what counts.
        }
        return _process.ExitCode;
    }

    private static async Task ReadAsync(StreamReader reader, Action<string> onLine)
    {
        try
        {
            while (await reader.ReadLineAsync() is { } line) onLine(line);
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException)
        {
            // The pipe broke with the process.
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int pid, int signal);
}
