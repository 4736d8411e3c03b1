using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Dashboard.Embedded;

/// <summary>
/// The dashboard on 127.0.0.1: pages for people, and OTLP http/protobuf at /v1/traces, /v1/logs and /v1/metrics,
/// all on one port.
/// </summary>
public sealed class DashboardServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DashboardServer(WebApplication app, Uri url) => (_app, Url) = (app, url);

    /// <summary>Where a browser finds the dashboard, and the OTLP endpoint for exporters.</summary>
    public Uri Url { get; }

    /// <summary>Starts the dashboard; port 0 takes a free one. Throws <see cref="IOException"/> when the port is taken.</summary>
    public static async Task<DashboardServer> StartAsync(
        int port, ResourceBoard board, CancellationToken cancellationToken)
    {
        // The empty builder, so that the AppHost's own environment, arguments and settings do not reach this server.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, HostedByAppHost>();

        var app = builder.Build();
        app.MapGet("/", () => string.Join('\n', board.Snapshots.Select(snapshot => $"{snapshot.Name} {snapshot.State}")));

        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new DashboardServer(app, new Uri(address));
    }

    /// <summary>Closes open live streams and stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
