using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Probe;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Tests;

public sealed class RestartTests
{
    [Fact]
    public async Task Crash_OfAService_StartsItAgainOnTheSamePort()
    {
        await using var probe = new ProbeApplication();
        probe.Builder.AddProject<ProbeProject>("service").WithArgs("serve").WithHttpEndpoint(name: "http").WithHttpHealthCheck("/health");
        await probe.App.StartAsync(Within.FiveMinutes);
        await probe.Notifications.WaitForResourceHealthyAsync("service", Within.FiveMinutes);
        using var client = probe.ClientOf("service");
        var before = await client.GetStringAsync("/pid");

        await Assert.ThrowsAnyAsync<Exception>(() => client.PostAsync("/crash", null));
        await probe.Notifications.WaitForResourceAsync("service", IsBack, Within.FiveMinutes);

        Assert.NotEqual(before, await client.GetStringAsync("/pid"));
    }

    [Fact]
    public async Task Exit_OfAOneShot_IsNotFollowedByAnotherStart()
    {
        await using var probe = new ProbeApplication();
        probe.Builder.AddProject<ProbeProject>("once").WithArgs("once", "0");

        await probe.App.StartAsync(Within.FiveMinutes);
        await probe.Notifications.WaitForResourceAsync("once", KnownResourceStates.Finished, Within.FiveMinutes);

        Assert.True(probe.Notifications.TryGetCurrentState("once", out var ended));
        Assert.Equal(0, ended.Snapshot.Restarts);
    }

    [Fact]
    public async Task Stop_EndsEveryProcess()
    {
        await using var probe = new ProbeApplication();
        probe.Builder.AddProject<ProbeProject>("service").WithArgs("serve").WithHttpEndpoint(name: "http").WithHttpHealthCheck("/health");
        await probe.App.StartAsync(Within.FiveMinutes);
        var healthy = await probe.Notifications.WaitForResourceHealthyAsync("service", Within.FiveMinutes);

        await probe.App.StopAsync(Within.FiveMinutes);

        Assert.Throws<ArgumentException>(() => System.Diagnostics.Process.GetProcessById(healthy.Snapshot.ProcessId!.Value));
        Assert.True(probe.Notifications.TryGetCurrentState("service", out var stopped));
        Assert.Equal(KnownResourceStates.Exited, stopped.Snapshot.State?.Text);
    }

    private static bool IsBack(ResourceEvent reached) => reached.Snapshot is { Restarts: 1, HealthStatus: HealthStatus.Healthy };
}
