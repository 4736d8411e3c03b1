using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Probe;

namespace Aspire.Hosting.Tests;

public sealed class StartOrderTests
{
    [Fact]
    public async Task Start_OfAServiceThatWaitsForCompletion_ComesAfterTheOtherEnded()
    {
        await using var probe = new ProbeApplication();
        var first = probe.Builder.AddProject<ProbeProject>("first").WithArgs("once", "0");
        probe.Builder.AddProject<ProbeProject>("second").WithArgs("serve").WithHttpEndpoint(name: "http").WithHttpHealthCheck("/health").WaitForCompletion(first);

        await probe.App.StartAsync(Within.FiveMinutes);
        await probe.Notifications.WaitForResourceAsync("second", KnownResourceStates.Running, Within.FiveMinutes);

        Assert.True(probe.Notifications.TryGetCurrentState("first", out var ended));
        Assert.Equal(KnownResourceStates.Finished, ended.Snapshot.State?.Text);
        Assert.Equal(0, ended.Snapshot.ExitCode);
    }

    [Fact]
    public async Task Start_OfAServiceThatWaitsForAnother_ComesAfterTheOtherIsHealthy()
    {
        await using var probe = new ProbeApplication();
        var first = probe.Builder.AddProject<ProbeProject>("first").WithArgs("serve").WithHttpEndpoint(name: "http").WithHttpHealthCheck("/health");
        probe.Builder.AddProject<ProbeProject>("second").WithArgs("serve").WithHttpEndpoint(name: "http").WithHttpHealthCheck("/health").WaitFor(first);
        var wasHealthy = false;
        var starting = probe.Notifications.WaitForResourceAsync("second", reached =>
        {
            if (reached.Snapshot.State?.Text != KnownResourceStates.Starting) return false;
            wasHealthy = probe.Notifications.TryGetCurrentState("first", out var other) && other.Snapshot.HealthStatus == Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy;
            return true;
        }, Within.FiveMinutes);

        await probe.App.StartAsync(Within.FiveMinutes);
        await starting;

        Assert.True(wasHealthy);
    }

    [Fact]
    public async Task Start_WhenWhatItWaitsForFails_FailsAndSaysWhy()
    {
        await using var probe = new ProbeApplication();
        var first = probe.Builder.AddProject<ProbeProject>("first").WithArgs("once", "7");
        probe.Builder.AddProject<ProbeProject>("second").WithArgs("serve").WithHttpEndpoint(name: "http").WaitForCompletion(first);

        await probe.App.StartAsync(Within.FiveMinutes);
        var refused = await Assert.ThrowsAsync<DistributedApplicationException>(
            () => probe.Notifications.WaitForResourceHealthyAsync("second", Within.FiveMinutes));

        Assert.Contains("'first'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OnAPortThatIsTaken_NamesPortAndResourceAndStartsNothing()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;
        await using var probe = new ProbeApplication();
        probe.Builder.AddProject<ProbeProject>("other").WithArgs("serve").WithHttpEndpoint(name: "http");
        probe.Builder.AddProject<ProbeProject>("unlucky").WithArgs("serve").WithHttpEndpoint(port: port, name: "http");

        var refused = await Assert.ThrowsAsync<DistributedApplicationException>(() => probe.App.StartAsync(Within.FiveMinutes));

        Assert.Contains($"Port {port} is taken; unlucky (http) needs it.", refused.Message, StringComparison.Ordinal);
        Assert.True(probe.Notifications.TryGetCurrentState("other", out var other));
        Assert.Equal(KnownResourceStates.NotStarted, other.Snapshot.State?.Text);
    }

    [Fact]
    public async Task Start_OnADataFolderInUse_IsRefused()
    {
        using var data = new TemporaryFolder();
        await using var first = new ProbeApplication($"--DataFolder={data.Path}");
        await using var second = new ProbeApplication($"--DataFolder={data.Path}");
        await first.App.StartAsync(Within.FiveMinutes);

        var refused = await Assert.ThrowsAsync<DistributedApplicationException>(() => second.App.StartAsync(Within.FiveMinutes));

        Assert.Contains("Another AppHost is using", refused.Message, StringComparison.Ordinal);
    }
}
