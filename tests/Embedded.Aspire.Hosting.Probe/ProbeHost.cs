namespace Aspire.Hosting.Probe;

/// <summary>A whole AppHost in a process of its own, for tests that kill it.</summary>
internal static class ProbeHost
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { Args = args, DisableDashboard = true });
        var database = builder.AddPostgres("pg").AddDatabase("probedb");
        builder.AddProject<ProbeProject>("service").WithArgs("serve").WithHttpEndpoint(name: "http").WithHttpHealthCheck("/health")
            .WithReference(database).WaitFor(database);

        var app = builder.Build();
        var running = app.RunAsync();
        await app.ResourceNotifications.WaitForResourceHealthyAsync("service");
        foreach (var name in new[] { "pg", "service" })
        {
            app.ResourceNotifications.TryGetCurrentState(name, out var state);
            Console.WriteLine($"pid {name} {state!.Snapshot.ProcessId}");
        }
        Console.WriteLine("ready");
        await running;
        return Environment.ExitCode;
    }
}
