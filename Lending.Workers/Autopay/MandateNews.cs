using Lending.Data;
using Lending.Domain;
using Lending.Providers.Mandates;

namespace Lending.Workers.Autopay;

/// <summary>
/// Takes a provider's answer about a mandate or a debit over into the loan. The money's id is the provider's, as in its webhook, so that it is booked
/// once whoever tells of it first; money the loan does not take is kept for a person.
/// </summary>
public sealed class MandateNews(IGrainFactory grains, UnmatchedPayments unmatched, PaymentMatching matching)
{
    private const string Job = "autopay follow-up";

    public async Task TakeAsync(string brand, string loanId, MandateOrder order, CancellationToken cancellationToken)
    {
        if (MandateCommands.Of(order.ClientReference, order.State, order.Number) is { } command)
            await grains.ExecuteAsync(brand, loanId, command, $"follow-up:mandates:{order.ClientReference}:{order.State}", Job, cancellationToken);
    }

    public async Task TakeAsync(string brand, string loanId, Debit debit, CancellationToken cancellationToken)
    {
        if (debit.State is DebitState.Failed)
        {
            await grains.ExecuteAsync(brand, loanId, MandateCommands.Of(debit)!, $"follow-up:debits:{debit.ClientReference}:failed", Job, cancellationToken);
            return;
        }

        // Somebody may be placing this very payment by hand.
        if (debit is not { State: DebitState.Paid, PaymentReference: { } payment } || await matching.ClaimedForAsync(brand, payment, cancellationToken) is not null) return;
        var reason = "amount_invalid";
        if (MandateCommands.Of(debit) is { } command)
        {
            var booked = await grains.ExecuteAsync(brand, loanId, command, $"follow-up:debits:{payment}", Job, cancellationToken);
            if (!booked.IsRefused) return;
            reason = booked.Refusal.Code;
        }
        await unmatched.KeepAsync(
            new UnmatchedPayment(payment, brand, debit.ClientReference, debit.AmountMinor, debit.Currency, "autopay", debit.Utr, reason), cancellationToken);
    }
}
