using Lending.Data;
using Lending.Domain;
using Lending.Providers.Mandates;
using Lending.Workers.FollowUp;

namespace Lending.Workers.Autopay;

/// <summary>
/// Asks the provider how mandates and debits stand, in case a webhook is lost: debits until they have ended, mandates as long as they live, for a borrower
/// may revoke one at any time.
/// </summary>
public sealed class MandateFollowUp(
    OpenMandates open, MandateNews news, IGrainFactory grains, MandateProvider provider, FollowUpRound round, TimeProvider clock)
{
    private static readonly TimeSpan Daily = TimeSpan.FromHours(12);

    // Longer than the outbox goes on trying: what the provider has not heard of by then it never will.
    private static readonly TimeSpan UnknownFor = TimeSpan.FromDays(2);

    /// <summary>One round over what has its turn.</summary>
    public Task RunAsync(string brand, CancellationToken cancellationToken) => round.RunAsync(
        brand, open, "mandate",
        (look, age) => look.Kind is LookKind.Debit ? DebitAsync(brand, look, age, cancellationToken) : MandateAsync(brand, look, age, cancellationToken), cancellationToken);

    /// <summary>How it ended; null while it is under way.</summary>
    private async Task<string?> DebitAsync(string brand, OpenMandate look, TimeSpan age, CancellationToken cancellationToken)
    {
        var debit = await provider.FindDebitAsync(look.Reference, cancellationToken);
        if (debit is null or { State: DebitState.Announced })
        {
            if (age <= UnknownFor) return null;
            await grains.ExecuteAsync(brand, look.LoanId, new FailPresentation(look.Reference, "not_presented"), $"fail:{look.Reference}", "autopay follow-up", cancellationToken);
            return "unknown";
        }
        if (debit.State is DebitState.Presented) return null;
        await news.TakeAsync(brand, look.LoanId, debit, cancellationToken);
        return debit.State.ToString().ToLowerInvariant();
    }

    private async Task<string?> MandateAsync(string brand, OpenMandate look, TimeSpan age, CancellationToken cancellationToken)
    {
        if (await provider.FindAsync(look.Reference, cancellationToken) is not { } order) return age > UnknownFor ? "unknown" : null;
        await news.TakeAsync(brand, look.LoanId, order, cancellationToken);
        if (order.State is MandateStatus.Active) await open.LookAgainAsync(brand, look.Reference, clock.GetUtcNow() + Daily, cancellationToken);
        return order.State is MandateStatus.Pending or MandateStatus.Active ? null : order.State.ToString().ToLowerInvariant();
    }
}
