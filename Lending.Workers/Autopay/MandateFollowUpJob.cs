using Lending.Data;
using Quartz;

namespace Lending.Workers.Autopay;

/// <summary>Asks about mandates and debits of every Brand, so that a lost webhook delays them by minutes and not for ever.</summary>
[DisallowConcurrentExecution]
public sealed class MandateFollowUpJob(Brands brands, MandateFollowUp mandates) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        foreach (var brand in await brands.ListAsync(cancellationToken))
            await mandates.RunAsync(brand.Code, cancellationToken);
    }
}
