using Microsoft.Extensions.Hosting;

namespace Aspire.Dashboard.Embedded;

/// <summary>
/// Leaves Ctrl+C and SIGTERM to the AppHost. The default lifetime would stop the dashboard on its own,
/// before the resources whose shutdown it shows.
/// </summary>
internal sealed class HostedByAppHost : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
