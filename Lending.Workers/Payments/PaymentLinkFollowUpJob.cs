using Lending.Data;
using Lending.Domain;
using Quartz;

namespace Lending.Workers.Payments;

/// <summary>Asks about open payment links of every Brand, so that a lost webhook delays a payment by minutes and not for ever.</summary>
[DisallowConcurrentExecution]
public sealed class PaymentLinkFollowUpJob(Brands brands, PaymentLinkFollowUp links, ILogger<PaymentLinkFollowUpJob> logger) : BrandJob(brands, logger)
{
    protected override Task RunAsync(Brand brand, CancellationToken cancellationToken) => links.RunAsync(brand.Code, cancellationToken);
}
