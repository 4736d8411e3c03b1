using System.Globalization;
using Aspire.Dashboard.Embedded;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Running;

/// <summary>Runs one resource from waiting for others to its end, and starts it again when it crashes.</summary>
internal sealed class ResourceRunner(
    IResource resource, Launch launch, bool isOneShot, IReadOnlyList<IResource> inside,
    ResourceNotificationService notifications, ResourceBoard board, HostConsole console, TimeProvider clock)
{
    private static readonly TimeSpan ProbeWhileStarting = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ProbeWhileHealthy = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ProbeMax = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BackOffMin = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan BackOffMax = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan StableAfter = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stopping = new();
    private readonly Queue<string> _lastLines = new();
    private ChildProcess? _child;
    private Task _running = Task.CompletedTask;

    public void Start() => _running = Task.Run(RunAsync);

    /// <summary>Ends the resource, or its wait for others.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        if (_child is { } child)
        {
            Publish(snapshot => snapshot with { State = snapshot.State?.Text == KnownResourceStates.Running ? KnownResourceStates.Stopping : snapshot.State });
            await child.StopAsync(launch.StopAllowed);
        }
        await _running;
    }

    private async Task RunAsync()
    {
        var stopping = _stopping.Token;
        try
        {
            await WaitForOthersAsync(stopping);
            Publish(snapshot => snapshot with { State = KnownResourceStates.Starting, Detail = launch.Detail });
            await launch.PrepareAsync(stopping);
            await KeepRunningAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Publish(snapshot => snapshot with { State = KnownResourceStates.Exited, HealthStatus = null });
        }
        catch (Exception failure)
        {
            var reason = failure is DistributedApplicationException ? failure.Message : $"{failure.GetType().Name}: {failure.Message}";
            console.Say(resource.Name, $"failed to start: {reason}");
            Publish(snapshot => snapshot with { State = KnownResourceStates.FailedToStart, HealthStatus = null, Detail = reason });
        }
    }

    private async Task WaitForOthersAsync(CancellationToken stopping)
    {
        foreach (var wait in resource.Annotations.OfType<WaitAnnotation>())
        {
            Publish(snapshot => snapshot with { State = KnownResourceStates.Waiting, Detail = $"Waiting for {wait.Resource.Name}" });
            switch (wait.Kind)
            {
                case WaitKind.UntilHealthy:
                    await notifications.WaitForResourceHealthyAsync(wait.Resource.Name, stopping);
                    break;
                case WaitKind.UntilStarted:
                    await notifications.WaitForResourceAsync(wait.Resource.Name, KnownResourceStates.Running, stopping);
                    break;
                case WaitKind.ForCompletion:
                    var ended = await notifications.WaitForResourceAsync(
                        wait.Resource.Name, reached => reached.Snapshot.State?.Text is KnownResourceStates.Finished or KnownResourceStates.FailedToStart, stopping);
                    if (ended.Snapshot.State?.Text == KnownResourceStates.Finished && ended.Snapshot.ExitCode == wait.ExitCode) break;
                    throw new DistributedApplicationException($"'{wait.Resource.Name}', which it waits for, failed.");
            }
        }
    }

    private async Task KeepRunningAsync(CancellationToken stopping)
    {
        var backOff = BackOffMin;
        while (true)
        {
            if (await launch.DescribeAsync(stopping) is not { } spec)
            {
                Publish(snapshot => snapshot with { State = KnownResourceStates.Running });
                return;
            }

            var started = clock.GetTimestamp();
            var code = await RunOnceAsync(spec, stopping);
            if (stopping.IsCancellationRequested || isOneShot)
            {
                End(code, clock.GetElapsedTime(started), stopping.IsCancellationRequested);
                return;
            }

            if (clock.GetElapsedTime(started) > StableAfter) backOff = BackOffMin;
            console.Say(resource.Name, string.Create(CultureInfo.InvariantCulture, $"ended with code {code}; starting it again in {backOff.TotalSeconds:0.0} s"));
            Publish(snapshot => snapshot with
            {
                State = KnownResourceStates.Starting, HealthStatus = Unhealthy(), ProcessId = null, ExitCode = code, Restarts = snapshot.Restarts + 1,
                Detail = string.Create(CultureInfo.InvariantCulture, $"Ended with code {code}"),
            });
            await Task.Delay(backOff, clock, stopping);
            backOff = TimeSpan.FromTicks(Math.Min(backOff.Ticks * 2, BackOffMax.Ticks));
        }
    }

    private async Task<int> RunOnceAsync(ProcessSpec spec, CancellationToken stopping)
    {
        var started = clock.GetTimestamp();
        var child = await ChildProcess.StartAsync(spec, OnLine);
        _child = child;
        Publish(snapshot => snapshot with
        {
            State = KnownResourceStates.Running, HealthStatus = Unhealthy(), ProcessId = child.Id, StartTimeStamp = clock.GetUtcNow(), ExitCode = null,
            Detail = launch.Detail,
        });
        if (stopping.IsCancellationRequested) await child.StopAsync(launch.StopAllowed); // The stop came while it started.

        using var probing = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var probes = launch.HasHealthCheck ? ProbeAsync(started, probing.Token) : Task.CompletedTask;
        var code = await child.Exited;
        await probing.CancelAsync();
        await probes;
        return code;
    }

    private async Task ProbeAsync(long started, CancellationToken cancellationToken)
    {
        var healthy = false;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var now = await launch.IsHealthyAsync(cancellationToken).WaitAsync(ProbeMax, clock, cancellationToken);
                if (now != healthy)
                {
                    healthy = now;
                    console.Say(resource.Name, now
                        ? string.Create(CultureInfo.InvariantCulture, $"healthy after {clock.GetElapsedTime(started).TotalSeconds:0.0} s")
                        : "no longer healthy");
                    Publish(snapshot => snapshot with { HealthStatus = now ? HealthStatus.Healthy : HealthStatus.Unhealthy });
                }
                await Task.Delay(healthy ? ProbeWhileHealthy : ProbeWhileStarting, clock, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is TimeoutException or OperationCanceledException)
            {
                healthy = false;
                Publish(snapshot => snapshot with { HealthStatus = HealthStatus.Unhealthy });
            }
        }
    }

    private void End(int code, TimeSpan after, bool stopped)
    {
        if (!stopped)
        {
            console.Say(resource.Name, string.Create(CultureInfo.InvariantCulture, $"{(code == 0 ? "done" : $"failed with code {code}")} after {after.TotalSeconds:0.0} s"));
            if (code != 0) foreach (var line in _lastLines) console.Say(resource.Name, $"  {line}");
        }
        Publish(snapshot => snapshot with
        {
            State = stopped ? KnownResourceStates.Exited : KnownResourceStates.Finished, HealthStatus = null, ProcessId = null, ExitCode = code,
            Detail = stopped ? null : string.Create(CultureInfo.InvariantCulture, $"Ended with code {code}"),
        });
    }

    private HealthStatus? Unhealthy() => launch.HasHealthCheck ? HealthStatus.Unhealthy : null;

    private void OnLine(string line, bool isError)
    {
        board.AppendLog(resource.Name, line, isError);
        if (console.Pass(resource.Name, line, launch.IsWarning(line, isError))) return;
        lock (_lastLines)
        {
            _lastLines.Enqueue(line);
            if (_lastLines.Count > 5) _lastLines.Dequeue();
        }
    }

    // What lives inside, such as a database in its server, is in the state of what it lives in.
    private void Publish(Func<CustomResourceSnapshot, CustomResourceSnapshot> change)
    {
        notifications.Update(resource, change);
        var mine = notifications.Of(resource);
        foreach (var child in inside) notifications.Update(child, snapshot => snapshot with { State = mine.State, HealthStatus = mine.HealthStatus, Detail = mine.Detail });
    }
}
