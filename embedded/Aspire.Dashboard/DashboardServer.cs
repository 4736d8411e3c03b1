using System.Net;
using Aspire.Dashboard.Embedded.Live;
using Aspire.Dashboard.Embedded.Otlp;
using Aspire.Dashboard.Embedded.Web;
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
    private readonly Action _unfollow;

    private DashboardServer(WebApplication app, Action unfollow, Uri url) => (_app, _unfollow, Url) = (app, unfollow, url);

    /// <summary>Where a browser finds the dashboard, and the OTLP endpoint for exporters.</summary>
    public Uri Url { get; }

    /// <summary>
    /// Starts the dashboard of this board; port 0 takes a free one. Throws <see cref="IOException"/> when the port is taken.
    /// </summary>
    public static async Task<DashboardServer> StartAsync(
        int port, ResourceBoard board, CancellationToken cancellationToken)
    {
        var data = new DashboardData(board, board.Clock);
        var app = Build(port, data);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
        board.Changed += Announce;
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new DashboardServer(app, () => board.Changed -= Announce, new Uri(address));

        void Announce(BoardChange change) => data.Changes.Announce(
            change.Kind is BoardChangeKind.Console ? LiveTopic.Console : LiveTopic.Resources);
    }

    /// <summary>Closes open live streams and stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        _unfollow();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static WebApplication Build(int port, DashboardData data)
    {
        // The empty builder, so that the AppHost's own environment, arguments and settings do not reach this server.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = OtlpEndpoints.BodyBytesMax;
            kestrel.Limits.MaxConcurrentConnections = 200;
        });
        builder.Services.AddRouting();
        builder.Services.AddSingleton<IHostLifetime, HostedByAppHost>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));

        var app = builder.Build();
        RequestGuard.Use(app);
        app.UseRouting();
        OtlpEndpoints.Map(app, data);
        PageRoutes.Map(app, data);
        JsonRoutes.Map(app, data);
        Assets.Map(app);
        app.MapGet("/live", (HttpContext http) =>
            LiveStream.HandleAsync(http, data.Changes, data.Clock, app.Lifetime.ApplicationStopping));
        return app;
    }
}
