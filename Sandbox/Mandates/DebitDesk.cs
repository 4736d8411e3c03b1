using Sandbox.People;
using Sandbox.Storage;
using Sandbox.Switches;
using Sandbox.Webhooks;

namespace Sandbox.Mandates;

/// <summary>Debits under mandates: each reference is collected once at most, whatever is repeated.</summary>
internal sealed class DebitDesk(
    StateFile file, SandboxSettings settings, SwitchBoard switches, MandateDesk mandates, WebhookSender webhooks, Changes changes, TimeProvider clock,
    IHostApplicationLifetime lifetime)
{
    private readonly Shelf<Debit> _debits = new("debit", file);

    internal Debit? Find(string clientReference) => _debits.Find(clientReference);

    internal IReadOnlyList<Debit> Newest(int count, string? mandateReference = null) =>
        _debits.Newest(count, mandateReference is null ? null : debit => debit.MandateReference == mandateReference);

    /// <summary>The payer's bank tells them of it; null when the reference names another debit.</summary>
    internal Debit? Announce(DebitOrder order)
    {
        var now = clock.GetUtcNow();
        var (debit, added) = _debits.GetOrAdd(order.ClientReference, () => new Debit(order.ClientReference, order.MandateReference, order, DebitState.Announced, now, now));
        if (added) changes.Tell("bank");
        return debit.Order == order ? debit : null;
    }

    /// <summary>Takes it to the payer's account, once. Null when it was presented for another amount.</summary>
    internal Debit? Present(DebitOrder order)
    {
        var presented = _debits.Change(order.ClientReference, debit => debit.State is DebitState.Announced
            ? debit with { State = DebitState.Presented, PresentedMinor = order.AmountMinor, ChangedAt = clock.GetUtcNow() }
            : null);
        if (presented is not null)
        {
            changes.Tell("bank");
            Begin(presented);
        }

        return _debits.Find(order.ClientReference) is { } now && now.AmountMinor == order.AmountMinor ? now : null;
    }

    /// <summary>Decides a presented debit; null when it is final or not there.</summary>
    internal Debit? Complete(string clientReference, bool succeed)
    {
        var payment = References.Of("debit", clientReference);
        var ended = _debits.Change(clientReference, debit => debit.State is not DebitState.Presented
            ? null
            : succeed
                ? debit with { State = DebitState.Paid, PaymentReference = payment, Utr = References.Utr(payment), ChangedAt = clock.GetUtcNow() }
                : debit with { State = DebitState.Failed, FailureCode = "insufficient_funds", FailureReason = "The payer's account has not enough money.", ChangedAt = clock.GetUtcNow() });
        if (ended is null) return null;
        changes.Tell("bank");
        Tell(ended);
        return ended;
    }

    /// <summary>Goes on with what was under way, and announces what may not have been announced.</summary>
    internal void Resume()
    {
        foreach (var debit in _debits.Newest(int.MaxValue).Reverse())
        {
            if (debit.IsFinal) Tell(debit);
            else if (debit.State is DebitState.Presented) Begin(debit);
        }
    }

    private void Begin(Debit debit) => _ = Task.Run(() => WorkAsync(debit, lifetime.ApplicationStopping), CancellationToken.None);

    private async Task WorkAsync(Debit debit, CancellationToken stopping)
    {
        await Task.Delay(settings.SettleAfter, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (stopping.IsCancellationRequested || mandates.Find(MandateDesk.IdOf(debit.MandateReference)) is not { } mandate) return;
        if (mandate.Account is not PayerAccount.Waits) Complete(debit.ClientReference, succeed: mandate is { Account: PayerAccount.Pays, State: MandateState.Active });
    }

    private void Tell(Debit debit)
    {
        Send(debit, 1);

        // Contradicting itself: the debit that was paid has failed.
        if (debit.State is DebitState.Paid && switches.Of(Capability.Mandates).Contradict)
            Send(debit with { State = DebitState.Failed, FailureCode = "insufficient_funds", FailureReason = "The payer's account has not enough money." }, 2);
    }

    private void Send(Debit debit, int sequence)
    {
        var mandate = mandates.Find(MandateDesk.IdOf(debit.MandateReference));
        var eventId = References.Of("evt", $"{debit.ClientReference}:{sequence}");
        webhooks.Announce(
            eventId, Capability.Mandates, debit.ClientReference, $"Debit {debit.State.ToString().ToLowerInvariant()}", "webhooks/debits", mandate?.Order.DebitCallbackUrl,
            new DebitNews(
                eventId, debit.ChangedAt, sequence, debit.ClientReference, debit.MandateReference, debit.State, debit.AmountMinor, debit.Order.Currency,
                debit.PaymentReference, debit.Utr, debit.FailureCode, debit.FailureReason));
    }
}
