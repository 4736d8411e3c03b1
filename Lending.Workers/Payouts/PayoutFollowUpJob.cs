using Lending.Data;
using Lending.Domain;
using Lending.Grains;
using Lending.Providers.Payouts;
using Quartz;

namespace Lending.Workers.Payouts;

/// <summary>Asks the provider about payouts whose webhook has not come, so that a lost webhook delays a loan by minutes and not for ever.</summary>
[DisallowConcurrentExecution]
public sealed partial class PayoutFollowUpJob(
    Brands brands, PayoutsUnderWayQuery underWay, IGrainFactory grains, PayoutProvider provider, PayoutSending sending, TimeProvider clock,
    ILogger<PayoutFollowUpJob> logger) : IJob
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private const int RowsMax = 200;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        foreach (var brand in await brands.ListAsync(cancellationToken))
            foreach (var loanId in await underWay.RunAsync(brand.Code, clock.GetUtcNow() - Patience, RowsMax, cancellationToken))
                await LookAsync(brand.Code, loanId, cancellationToken);
    }

    private async Task LookAsync(string brand, string loanId, CancellationToken cancellationToken)
    {
        try
        {
            var loan = await grains.GetGrain<ILoanGrain>(GrainKeys.Of(brand, loanId)).GetAsync(cancellationToken);
            if (loan.IsRefused) return;
            foreach (var reference in PayoutSending.UnderWay(loan.Value))
                if (await provider.FindAsync(reference, cancellationToken) is { } payout) await sending.SettleAsync(brand, loanId, payout, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(e, brand, loanId);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The payout of {Brand} {LoanId} could not be followed up")]
    private partial void LogFailed(Exception error, string brand, string loanId);
}
