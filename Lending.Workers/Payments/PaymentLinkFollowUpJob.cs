using Lending.Data;
using Quartz;

namespace Lending.Workers.Payments;

/// <summary>Asks about open payment links of every Brand, so that a lost webhook delays a payment by minutes and not for ever.</summary>
[DisallowConcurrentExecution]
public sealed class PaymentLinkFollowUpJob(Brands brands, PaymentLinkFollowUp links) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        foreach (var brand in await brands.ListAsync(cancellationToken))
            await links.RunAsync(brand.Code, cancellationToken);
    }
}
