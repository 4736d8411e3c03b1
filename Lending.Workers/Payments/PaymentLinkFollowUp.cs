using Lending.Data;
using Lending.Domain;
using Lending.Providers.PaymentLinks;

namespace Lending.Workers.Payments;

/// <summary>
/// Asks the provider how payment links stand and books what was paid. The payment's id is the provider's, as in its webhook, so the money is booked
/// once whoever tells of it first.
/// </summary>
public sealed partial class PaymentLinkFollowUp(
    OpenPaymentLinks open, UnmatchedPayments unmatched, PaymentMatching matching, IGrainFactory grains, PaymentLinkProvider provider, TimeProvider clock,
    ILogger<PaymentLinkFollowUp> logger)
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Seldom = TimeSpan.FromHours(1);

    // A provider that has not heard of a link by then never will; links themselves live for days.
    private static readonly TimeSpan UnknownFor = TimeSpan.FromDays(1);
    private const int BatchMax = 200;

    /// <summary>From here on the link is asked about.</summary>
    public Task HandleAsync(OutboxTask task, CancellationToken cancellationToken) =>
        open.AddAsync(task.Brand, task.Item.Data["loan"], task.Item.Data["link"], clock.GetUtcNow() + First, cancellationToken);

    /// <summary>One round over a Brand's links whose turn it is; returns how many have ended.</summary>
    public async Task<int> RunAsync(string brand, CancellationToken cancellationToken)
    {
        var ended = 0;
        foreach (var link in await open.DueAsync(brand, BatchMax, cancellationToken))
        {
            // Its next turn is set first, so that one which fails does not come up again at once.
            var age = clock.GetUtcNow() - link.AddedAt;
            await open.LookAgainAsync(brand, link.Id, clock.GetUtcNow() + (age < Seldom ? Often : Seldom), cancellationToken);
            try
            {
                if (await LookAsync(brand, link, age, cancellationToken) is not { } outcome) continue;
                await open.EndAsync(brand, link.Id, outcome, cancellationToken);
                ended++;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e, brand, link.LoanId);
            }
        }
        return ended;
    }

    /// <summary>How the link ended; null while it is open.</summary>
    private async Task<string?> LookAsync(string brand, OpenPaymentLink link, TimeSpan age, CancellationToken cancellationToken)
    {
        if (await provider.FindAsync(link.Id, cancellationToken) is not { } now) return age > UnknownFor ? "unknown" : null;
        if (now.State is PaymentLinkState.Open) return null;
        if (now is { State: PaymentLinkState.Paid, PaymentReference: { } payment }) await BookAsync(brand, link, now, payment, cancellationToken);
        return now.State.ToString().ToLowerInvariant();
    }

    private async Task BookAsync(string brand, OpenPaymentLink link, PaymentLink paid, string payment, CancellationToken cancellationToken)
    {
        // Somebody is placing this very payment by hand.
        if (await matching.ClaimedForAsync(brand, payment, cancellationToken) is not null) return;

        var method = paid.Method ?? "link";
        string? reason = "amount_invalid";
        if (paid.AmountMinor > 0 && Currency.TryOf(paid.Currency, out var currency))
        {
            var command = new ReceivePayment(payment, new Money(paid.AmountMinor, currency), method.ToUpperInvariant(), paid.Utr ?? payment, link.Id);
            var outcome = await grains.ExecuteAsync(brand, link.LoanId, command, $"follow-up:payments:{payment}", "payment follow-up", cancellationToken);
            reason = outcome.Refusal?.Code;
        }
        if (reason is null) return;
        await unmatched.KeepAsync(
            new UnmatchedPayment(payment, brand, paid.ClientReference, paid.AmountMinor, paid.Currency, method, paid.Utr, reason), cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A payment link of {Brand} {LoanId} could not be followed up")]
    private partial void LogFailed(Exception error, string brand, string loanId);
}
