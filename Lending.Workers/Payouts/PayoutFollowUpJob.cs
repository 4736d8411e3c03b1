using Lending.Data;
using Lending.Providers.Payouts;
using Quartz;

namespace Lending.Workers.Payouts;

/// <summary>Asks the provider about payouts whose webhook has not come, so that a lost webhook delays a loan by minutes and not for ever.</summary>
[DisallowConcurrentExecution]
public sealed class PayoutFollowUpJob(Brands brands, PayoutsUnderWayQuery underWay, PayoutProvider provider, PayoutSending sending, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private const int RowsMax = 200;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        foreach (var brand in await brands.ListAsync(cancellationToken))
            foreach (var row in await underWay.RunAsync(brand.Code, clock.GetUtcNow() - Patience, RowsMax, cancellationToken))
                if (await provider.FindAsync(row.Reference, cancellationToken) is { } payout)
                    await sending.SettleAsync(brand.Code, row.LoanId, payout, cancellationToken);
    }
}
