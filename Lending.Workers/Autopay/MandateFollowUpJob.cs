using Lending.Data;
using Lending.Domain;
using Quartz;

namespace Lending.Workers.Autopay;

/// <summary>Asks about mandates and debits of every Brand, so that a lost webhook delays them by minutes and not for ever.</summary>
[DisallowConcurrentExecution]
public sealed class MandateFollowUpJob(Brands brands, MandateFollowUp mandates, ILogger<MandateFollowUpJob> logger) : BrandJob(brands, logger)
{
    protected override Task RunAsync(Brand brand, CancellationToken cancellationToken) => mandates.RunAsync(brand.Code, cancellationToken);
}
