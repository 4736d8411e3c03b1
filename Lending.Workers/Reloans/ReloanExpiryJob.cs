using Lending.Data;
using Quartz;

namespace Lending.Workers.Reloans;

/// <summary>Looks at every Brand's offers of another loan. An offer whose days are over is refused from that day on; this makes it show.</summary>
[DisallowConcurrentExecution]
public sealed class ReloanExpiryJob(Brands brands, ReloanExpiry expiry) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        foreach (var brand in await brands.ListAsync(cancellationToken))
            await expiry.RunAsync(brand, cancellationToken);
    }
}
