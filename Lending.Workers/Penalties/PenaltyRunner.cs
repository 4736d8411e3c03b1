using Lending.Data;
using Lending.Domain;
using Lending.Workers.DayEnd;

namespace Lending.Workers.Penalties;

/// <summary>
/// Takes up late charges that nobody has made: closes the nights of loans that day end had set aside, then charges by hand what products leave to staff. Each
/// charge is its loan's own once for a day and rule, so doing it again, also after a crash, charges nothing twice.
/// </summary>
public sealed partial class PenaltyRunner(
    Journal journal, Brands brands, DayEndRunner days, DayEndRuns dayEnds, DayEndQuery open, PenaltyRuns runs, IGrainFactory grains, ILogger<PenaltyRunner> logger)
{
    // A run that is stopped goes on to the end of its batch.
    private const int Batch = 25;

    public async Task RunAsync(PenaltyRun run, string worker, CancellationToken cancellationToken)
    {
        var brand = await brands.GetAsync(run.Brand, cancellationToken);
        if (brand.BusinessDate != run.Date)
        {
            await runs.FinishAsync(run, worker, PenaltyRunState.Over, cancellationToken);
            return;
        }

        var caughtUp = await CatchUpAsync(run, worker, cancellationToken);
        var (done, failed, last) = (caughtUp.Done, caughtUp.Failed, (string?)null);
        while (await journal.LoansToChargeAsync(run.Brand, run.Date, last, Batch, cancellationToken) is { Count: > 0 } loans)
        {
            foreach (var loan in loans)
            {
                if (await ChargeAsync(run, loan.Id, cancellationToken)) done++;
                else failed++;
            }

            last = loans[^1].Id;
            await TellAsync(run, worker, done + failed, done, failed, cancellationToken);
        }

        await runs.FinishAsync(run, worker, failed == 0 ? PenaltyRunState.Done : PenaltyRunState.Failed, cancellationToken);
        LogFinished(run.Brand, run.Id, done, failed);
    }

    private async Task<DayEndProgress> CatchUpAsync(PenaltyRun run, string worker, CancellationToken cancellationToken)
    {
        var yesterday = run.Date.AddDays(-1);
        if (await open.OpenLoansAsync(run.Brand, yesterday, cancellationToken) == 0) return new(0, 0, 0);
        var progress = await days.RunAsync(run.Brand, yesterday, (p, token) => runs.ProgressAsync(run, worker, p.Total, p.Done, p.Failed, token), cancellationToken);
        if (progress.Failed == 0) await dayEnds.CaughtUpAsync(run.Brand, yesterday, cancellationToken);
        foreach (var failure in await open.FailuresAsync(run.Brand, yesterday, cancellationToken)) await runs.AddFailureAsync(run, failure.LoanId, failure.Reason, cancellationToken);
        return progress;
    }

    /// <summary>False when the loan had to be set aside. One with nothing to charge is dealt with.</summary>
    private async Task<bool> ChargeAsync(PenaltyRun run, string loanId, CancellationToken cancellationToken)
    {
        try
        {
            var charged = await grains.ExecuteAsync(run.Brand, loanId, new ChargeLate(run.Id, run.Date), $"late-charge:{loanId}:{run.Id}", "penalty run", cancellationToken);
            if (charged.Refusal is null or NoLateCharge or LateChargeMade or NothingOverdue or HoldStands or LoanChargedOff or NotInThisState) return true;
            await runs.AddFailureAsync(run, loanId, charged.Refusal.Code, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogSetAside(e, run.Id, loanId);
            await runs.AddFailureAsync(run, loanId, e.GetType().Name, cancellationToken);
        }

        return false;
    }

    private async Task TellAsync(PenaltyRun run, string worker, int total, int done, int failed, CancellationToken cancellationToken)
    {
        if (!await runs.ProgressAsync(run, worker, total, done, failed, cancellationToken)) throw new OperationCanceledException("The run was stopped or taken over.");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Penalty run {Brand} {RunId} is over: {Done} loans dealt with, {Failed} set aside")]
    private partial void LogFinished(string brand, string runId, int done, int failed);

    [LoggerMessage(Level = LogLevel.Error, Message = "Penalty run {RunId} set loan {LoanId} aside")]
    private partial void LogSetAside(Exception error, string runId, string loanId);
}
