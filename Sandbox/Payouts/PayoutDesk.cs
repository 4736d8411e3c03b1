using System.Globalization;
using Sandbox.People;
using Sandbox.Storage;
using Sandbox.Switches;
using Sandbox.Webhooks;

namespace Sandbox.Payouts;

/// <summary>The bank that pays out: takes an order once, works on it, and says by webhook how it ended.</summary>
internal sealed class PayoutDesk(
    StateFile file, SandboxSettings settings, SwitchBoard switches, WebhookSender webhooks, Changes changes,
    TimeProvider clock, IHostApplicationLifetime lifetime)
{
    private readonly Shelf<Payout> _payouts = new("payout", file);

    internal Payout? Find(string clientReference) => _payouts.Find(clientReference);

    internal IReadOnlyList<Payout> Newest(int count) => _payouts.Newest(count);

    internal int Waiting() => _payouts.Count(payout => !payout.IsFinal);

    /// <summary>Takes an order, or finds that it was taken; null when the reference names another one.</summary>
    internal Payout? Take(PayoutOrder order)
    {
        // Where to report is not part of what was ordered: a retry after a restart may come from another port.
        var hash = AnsweredRequests.Hash(order with { CallbackUrl = null });
        var now = clock.GetUtcNow();
        var (payout, added) = _payouts.GetOrAdd(order.ClientReference, () => new Payout(
            order.ClientReference, hash, References.Of("pout", order.ClientReference), order, PayoutState.Accepted, 1, now, now));
        if (payout.RequestHash != hash) return null;
        if (added)
        {
            changes.Tell("bank");
            Begin(payout);
        }

        return payout;
    }

    /// <summary>Decides a payout that is not final. False when it is, or is not there.</summary>
    internal bool Complete(string clientReference, bool succeed)
    {
        return Move(clientReference, payout => succeed
            ? payout with { State = PayoutState.Succeeded, Utr = References.Utr(payout.ProviderReference) }
            : payout with
            {
                State = PayoutState.Failed,
                FailureCode = "beneficiary_bank_declined",
                FailureReason = "The beneficiary's bank declined the credit.",
            });
    }

    /// <summary>Goes on with what was under way, and announces what may not have been announced.</summary>
    internal void Resume()
    {
        foreach (var payout in _payouts.Newest(int.MaxValue).Reverse())
        {
            if (payout.Sequence > 1) Announce(payout);
            if (!payout.IsFinal) Begin(payout);
        }
    }

    private void Begin(Payout payout) => _ = Task.Run(() => WorkAsync(payout, lifetime.ApplicationStopping), CancellationToken.None);

    private async Task WorkAsync(Payout payout, CancellationToken stopping)
    {
        await Task.Delay(settings.SettleAfter, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (stopping.IsCancellationRequested) return;
        Move(payout.ClientReference, now => now.State is PayoutState.Accepted ? now with { State = PayoutState.Processing } : null);
        if (payout.Order.Waits) return;

        await Task.Delay(settings.SettleAfter, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!stopping.IsCancellationRequested) Complete(payout.ClientReference, succeed: !payout.Order.Fails);
    }

    private bool Move(string clientReference, Func<Payout, Payout?> change)
    {
        var now = clock.GetUtcNow();
        var moved = _payouts.Change(clientReference, payout => payout.IsFinal || change(payout) is not { } next
            ? null
            : next with { Sequence = payout.Sequence + 1, ChangedAt = now });
        if (moved is null) return false;
        changes.Tell("bank");
        Announce(moved);
        return true;
    }

    private void Announce(Payout payout)
    {
        Send(payout, Event(payout));

        // Contradicting itself: the opposite, later.
        if (!payout.IsFinal || !switches.Of(Capability.Payouts).Contradict) return;
        var opposite = payout.State is PayoutState.Succeeded
            ? payout with { State = PayoutState.Failed, Utr = null, FailureCode = "returned", FailureReason = "The credit was returned.", Sequence = payout.Sequence + 1 }
            : payout with { State = PayoutState.Succeeded, Utr = References.Utr(payout.ProviderReference), FailureCode = null, FailureReason = null, Sequence = payout.Sequence + 1 };
        Send(opposite, Event(opposite));
    }

    private static PayoutNews Event(Payout payout) => new(
        References.Of("evt", payout.ProviderReference + payout.Sequence.ToString(CultureInfo.InvariantCulture)),
        payout.ChangedAt, payout.Sequence, payout.ClientReference, payout.ProviderReference, payout.State,
        payout.Order.AmountMinor, payout.Order.Currency, payout.Utr, payout.FailureCode, payout.FailureReason);

    private void Send(Payout payout, PayoutNews news) => webhooks.Announce(
        news.EventId, Capability.Payouts, payout.ProviderReference, $"Payout {payout.State.ToString().ToLowerInvariant()}",
        "webhooks/payouts", payout.Order.CallbackUrl, news);
}
