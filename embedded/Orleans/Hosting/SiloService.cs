using Microsoft.Extensions.Hosting;
using Orleans.Activations;

namespace Orleans.Hosting;

/// <summary>Starts the runtime with the host and drains it when the host stops.</summary>
internal sealed class SiloService(Silo silo) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        silo.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => silo.StopAsync(cancellationToken);
}
