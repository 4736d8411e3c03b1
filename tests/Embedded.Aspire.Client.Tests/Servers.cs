using Aspire.Hosting;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Client.Tests;

/// <summary>The real servers, started once for all tests of this project.</summary>
public sealed class Servers : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("lending-client-").FullName;
    private readonly DistributedApplication _app;

    public Servers()
    {
        // PostgreSQL runs as another user when the tests run as root.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_data, File.GetUnixFileMode(_data) | UnixFileMode.OtherExecute);
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { Args = [$"--DataFolder={_data}"], DisableDashboard = true });
        builder.AddPostgres("pg").AddDatabase("lendingdb");
        builder.AddRedis("redis");
        builder.AddAzureStorage("storage").RunAsEmulator().AddBlobs("documents");
        _app = builder.Build();
    }

    public static CancellationToken Deadline => new CancellationTokenSource(TimeSpan.FromMinutes(5)).Token;

    public async Task InitializeAsync()
    {
        await _app.StartAsync(Deadline);
        foreach (var name in new[] { "lendingdb", "redis", "documents" }) await _app.ResourceNotifications.WaitForResourceHealthyAsync(name, Deadline);
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>A service's builder, configured as the app model configures one; without the named connections if told so.</summary>
    public async Task<HostApplicationBuilder> ServiceAsync(params string[] without)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        foreach (var name in new[] { "lendingdb", "redis", "documents" }.Except(without))
        {
            builder.Configuration[$"ConnectionStrings:{name}"] = await _app.GetConnectionStringAsync(name, Deadline);
        }
        return builder;
    }
}
