using Lending.Data;
using Lending.Domain;
using Quartz;

namespace Lending.Workers.Reloans;

/// <summary>Looks at every Brand's offers of another loan. An offer whose days are over is refused from that day on; this makes it show.</summary>
[DisallowConcurrentExecution]
public sealed class ReloanExpiryJob(Brands brands, ReloanExpiry expiry, ILogger<ReloanExpiryJob> logger) : BrandJob(brands, logger)
{
    protected override Task RunAsync(Brand brand, CancellationToken cancellationToken) => expiry.RunAsync(brand, cancellationToken);
}
