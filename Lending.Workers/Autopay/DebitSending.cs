using System.Globalization;
using Lending.Data;
using Lending.Domain;
using Lending.Grains;
using Lending.Providers.Calls;
using Lending.Providers.Mandates;

namespace Lending.Workers.Autopay;

/// <summary>
/// Announces debits to the borrower's bank and presents them. The reference makes a repeat safe: the provider collects it once. A debit the loan does not
/// want any more is not presented.
/// </summary>
public sealed class DebitSending(IGrainFactory grains, MandateProvider provider, OpenMandates open, MandateNews news, TimeProvider clock)
{
    private static readonly TimeSpan FirstLook = TimeSpan.FromMinutes(2);

    // An announcement of the same morning may be a moment behind; after so many tries it was refused.
    private const int BehindMax = 5;

    public async Task AnnounceAsync(OutboxTask task, CancellationToken cancellationToken)
    {
        var debit = RequestOf(task);
        if (await StandsAsync(task, debit, PresentationState.Announced, cancellationToken) is false) return;
        var answer = await provider.AnnounceAsync(debit, cancellationToken);
        if (!answer.Accepted) await MandateAsync(task, debit.MandateReference, cancellationToken);
    }

    public async Task PresentAsync(OutboxTask task, CancellationToken cancellationToken)
    {
        var debit = RequestOf(task);
        if (await StandsAsync(task, debit, PresentationState.Presented, cancellationToken) is false) return;
        await open.AddAsync(task.Brand, task.Item.Data["loan"], LookKind.Debit, debit.ClientReference, clock.GetUtcNow() + FirstLook, cancellationToken);

        var answer = await provider.PresentAsync(debit, cancellationToken);
        if (answer.Accepted)
        {
            await news.TakeAsync(task.Brand, task.Item.Data["loan"], answer.Value, cancellationToken);
            return;
        }

        if (answer.Refusal.Code == "not_announced" && task.Attempts < BehindMax) throw new InvalidOperationException($"{debit.ClientReference} is not announced yet.");
        if (answer.Refusal.Code == ProviderRefusal.ReferenceReused) return; // Presented before: the follow-up hears how it ended.
        await grains.ExecuteAsync(
            task.Brand, task.Item.Data["loan"], new FailPresentation(debit.ClientReference, answer.Refusal.Code), $"fail:{debit.ClientReference}", "autopay", cancellationToken);
        await MandateAsync(task, debit.MandateReference, cancellationToken);
    }

    private async Task<bool> StandsAsync(OutboxTask task, DebitRequest debit, PresentationState state, CancellationToken cancellationToken)
    {
        var loan = await grains.GetGrain<ILoanGrain>(GrainKeys.Of(task.Brand, task.Item.Data["loan"])).GetAsync(cancellationToken);
        if (loan.IsRefused) throw new InvalidOperationException($"The debit {debit.ClientReference} has no loan.");

        // What was announced may be presented already: the provider must have heard of it all the same.
        return loan.Value.Mandate?.Presentation is { } now && now.Reference == debit.ClientReference
            && (now.State == state || (state is PresentationState.Announced && now.State is PresentationState.Presented));
    }

    /// <summary>A debit that is refused may be the first news that the mandate is over.</summary>
    private async Task MandateAsync(OutboxTask task, string reference, CancellationToken cancellationToken)
    {
        if (await provider.FindAsync(reference, cancellationToken) is { } order)
            await news.TakeAsync(task.Brand, task.Item.Data["loan"], order, cancellationToken);
    }

    private static DebitRequest RequestOf(OutboxTask task)
    {
        var data = task.Item.Data;
        return new DebitRequest(
            data["reference"], data["mandate"], long.Parse(data["amountMinor"], CultureInfo.InvariantCulture), data["currency"],
            DateOnly.ParseExact(data["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
