using Lending.Data;
using Lending.Domain;
using Lending.Providers.PaymentLinks;
using Lending.Workers.FollowUp;

namespace Lending.Workers.Payments;

/// <summary>
/// Asks the provider how payment links stand and books what was paid. The payment's id is the provider's, as in its webhook, so the money is booked
/// once whoever tells of it first.
/// </summary>
public sealed class PaymentLinkFollowUp(
    OpenPaymentLinks open, UnmatchedPayments unmatched, PaymentMatching matching, IGrainFactory grains, Brands brands, PaymentLinkProvider provider,
    FollowUpRound round, TimeProvider clock)
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(2);

    // A provider that has not heard of a link by then never will; links themselves live for days.
    private static readonly TimeSpan UnknownFor = TimeSpan.FromDays(1);

    /// <summary>From here on the link is asked about.</summary>
    public Task HandleAsync(OutboxTask task, CancellationToken cancellationToken) =>
        open.AddAsync(task.Brand, task.Item.Data["loan"], task.Item.Data["link"], clock.GetUtcNow() + First, cancellationToken);

    /// <summary>One round over a Brand's links whose turn it is.</summary>
    public Task RunAsync(string brand, CancellationToken cancellationToken) =>
        round.RunAsync(brand, open, "payment link", (link, age) => LookAsync(brand, link, age, cancellationToken), cancellationToken);

    /// <summary>How the link ended; null while it is open.</summary>
    private async Task<string?> LookAsync(string brand, OpenPaymentLink link, TimeSpan age, CancellationToken cancellationToken)
    {
        if (await provider.FindAsync(link.Reference, cancellationToken) is not { } now) return age > UnknownFor ? "unknown" : null;
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
            var command = new ReceivePayment(payment, new Money(paid.AmountMinor, currency), method.ToUpperInvariant(), paid.Utr ?? payment, link.Reference)
            {
                PaidOn = paid.PaidAt is { } at ? (await brands.GetAsync(brand, cancellationToken)).ClockDayOf(at) : null,
            };
            var outcome = await grains.ExecuteAsync(brand, link.LoanId, command, $"follow-up:payments:{payment}", "payment follow-up", cancellationToken);
            reason = outcome.Refusal?.Code;
        }
        if (reason is null) return;
        await unmatched.KeepAsync(
            new UnmatchedPayment(payment, brand, paid.ClientReference, paid.AmountMinor, paid.Currency, method, paid.Utr, reason), cancellationToken);
    }
}
