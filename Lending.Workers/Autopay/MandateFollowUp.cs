using Lending.Data;
using Lending.Domain;
using Lending.Providers.Mandates;

namespace Lending.Workers.Autopay;

/// <summary>
/// Asks the provider how mandates and debits stand, in case a webhook is lost: debits until they have ended, mandates as long as they live, for a borrower
/// may revoke one at any time.
/// </summary>
public sealed partial class MandateFollowUp(
    OpenMandates open, MandateNews news, IGrainFactory grains, MandateProvider provider, TimeProvider clock, ILogger<MandateFollowUp> logger)
{
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Seldom = TimeSpan.FromHours(1);
    private static readonly TimeSpan Daily = TimeSpan.FromHours(12);

    // Longer than the outbox goes on trying: what the provider has not heard of by then it never will.
    private static readonly TimeSpan UnknownFor = TimeSpan.FromDays(2);
    private const int BatchMax = 200;

    /// <summary>One round over what has its turn; returns how many have ended.</summary>
    public async Task<int> RunAsync(string brand, CancellationToken cancellationToken)
    {
        var ended = 0;
        foreach (var look in await open.DueAsync(brand, BatchMax, cancellationToken))
        {
            // The next turn is set first, so that one which fails does not come up again at once.
            var age = clock.GetUtcNow() - look.AddedAt;
            await open.LookAgainAsync(brand, look.Reference, clock.GetUtcNow() + (age < Seldom ? Often : Seldom), cancellationToken);
            try
            {
                var outcome = look.Kind is LookKind.Debit ? await DebitAsync(brand, look, age, cancellationToken) : await MandateAsync(brand, look, age, cancellationToken);
                if (outcome is null) continue;
                await open.EndAsync(brand, look.Reference, outcome, cancellationToken);
                ended++;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e, brand, look.LoanId);
            }
        }
        return ended;
    }

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

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mandate of {Brand} {LoanId} could not be followed up")]
    private partial void LogFailed(Exception error, string brand, string loanId);
}
