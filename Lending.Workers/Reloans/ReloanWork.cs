using Lending.Data;
using Lending.Domain;
using Lending.Grains;

namespace Lending.Workers.Reloans;

/// <summary>Checks a loan that was closed, and sees to it that an accepted offer becomes an application, also where the borrower's own request died half way.</summary>
public sealed class ReloanWork(IGrainFactory grains)
{
    private const string Job = "re-loan";

    public async Task CheckAsync(OutboxTask task, CancellationToken cancellationToken)
    {
        var loanId = task.Item.Data["loan"];

        // The outbox key names the closing, so one closing is checked once.
        var outcome = await grains.ExecuteAsync(task.Brand, loanId, new CheckReloan(), task.Item.Key, Job, cancellationToken);
        if (outcome.IsRefused) throw new InvalidOperationException($"{loanId} was not checked for another loan: {outcome.Refusal.Code}.");
    }

    public async Task StartAsync(OutboxTask task, CancellationToken cancellationToken)
    {
        var (loanId, application) = (task.Item.Data["loan"], task.Item.Data["application"]);
        var former = await grains.GetGrain<ILoanGrain>(GrainKeys.Of(task.Brand, loanId)).GetAsync(cancellationToken);
        if (former.Value?.Reloan is not { State: ReloanState.Approved } offer || offer.Application != application) return;

        var started = await grains.ExecuteAsync(
            task.Brand, application, ReloanAccepting.StartOf(former.Value), ReloanAccepting.StartIdOf(former.Value), Job, cancellationToken);

        // Nobody can help an application that is refused now; the borrower can apply anew.
        if (started.IsRefused)
            await grains.ExecuteAsync(
                task.Brand, loanId, new EndReloan(offer.Number, ReloanEnding.NotStarted, started.Refusal.Code), $"{task.Item.Key}:refused", Job, cancellationToken);
    }
}
