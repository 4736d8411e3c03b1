using Lending.Data;
using Lending.Domain;
using Lending.Grains;
using Lending.Providers.Payouts;
using Lending.Workers.FollowUp;
using Quartz;

namespace Lending.Workers.Payouts;

/// <summary>Asks the provider about payouts whose webhook has not come, so that a lost webhook delays a loan by minutes and not for ever.</summary>
[DisallowConcurrentExecution]
public sealed class PayoutFollowUpJob(
    Brands brands, PayoutsUnderWayQuery underWay, IGrainFactory grains, PayoutProvider provider, PayoutSending sending, FollowUpRound round,
    TimeProvider clock, ILogger<PayoutFollowUpJob> logger) : BrandJob(brands, logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private const int RowsMax = 200;

    protected override async Task RunAsync(Brand brand, CancellationToken cancellationToken)
    {
        foreach (var loanId in await underWay.RunAsync(brand.Code, clock.GetUtcNow() - Patience, RowsMax, cancellationToken))
            await round.TryAsync(brand.Code, loanId, "payout", () => LookAsync(brand.Code, loanId, cancellationToken));
    }

    private async Task LookAsync(string brand, string loanId, CancellationToken cancellationToken)
    {
        var loan = await grains.GetGrain<ILoanGrain>(GrainKeys.Of(brand, loanId)).GetAsync(cancellationToken);
        if (loan.IsRefused) return;
        foreach (var reference in PayoutSending.UnderWay(loan.Value))
            if (await provider.FindAsync(reference, cancellationToken) is { } payout) await sending.SettleAsync(brand, loanId, payout, cancellationToken);
    }
}
