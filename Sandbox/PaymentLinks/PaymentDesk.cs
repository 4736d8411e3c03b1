using System.Globalization;
using Sandbox.People;
using Sandbox.Storage;
using Sandbox.Switches;
using Sandbox.Webhooks;

namespace Sandbox.PaymentLinks;

/// <summary>The gateway that takes payments.</summary>
internal sealed class PaymentDesk(StateFile file, SwitchBoard switches, WebhookSender webhooks, Changes changes, TimeProvider clock)
{
    // By provider reference, which is in the page's address.
    private readonly Shelf<PaymentLink> _links = new("payment-link", file);

    internal static string IdOf(string clientReference) => References.Of("plink", clientReference);

    internal PaymentLink? Find(string providerReference) => _links.Find(providerReference);

    internal IReadOnlyList<PaymentLink> Newest(int count) => _links.Newest(count);

    /// <summary>Makes a link, or finds the one that was made; null when the reference names another one.</summary>
    internal PaymentLink? Create(PaymentOrder order)
    {
        var hash = AnsweredRequests.Hash(order with { CallbackUrl = null });
        var (link, added) = _links.GetOrAdd(IdOf(order.ClientReference), () => new PaymentLink(
            order.ClientReference, hash, IdOf(order.ClientReference), order, PaymentLinkState.Open, clock.GetUtcNow(), []));
        if (added) changes.Tell("bank");
        return link.RequestHash == hash ? link : null;
    }

    /// <summary>A person pressed pay, or let it fail. Null when the link is not open.</summary>
    internal PaymentLink? Try(string providerReference, bool succeed, string method)
    {
        var now = clock.GetUtcNow();
        var tried = _links.Change(providerReference, link => link.State is not PaymentLinkState.Open || link.Order.ExpiresAt <= now
            ? null
            : link with
            {
                State = succeed ? PaymentLinkState.Paid : PaymentLinkState.Open,
                Tries = [.. link.Tries, Next(link, succeed, method, now)],
            });
        if (tried is null) return null;
        changes.Tell("bank");
        Announce(tried, tried.Tries[^1]);
        return tried;
    }

    /// <summary>Closes an open link; null when it is paid or not there.</summary>
    internal PaymentLink? Cancel(string providerReference)
    {
        var cancelled = _links.Change(providerReference, link =>
            link.State is PaymentLinkState.Open ? link with { State = PaymentLinkState.Cancelled } : null);
        if (cancelled is not null) changes.Tell("bank");
        return cancelled ?? (_links.Find(providerReference) is { State: not PaymentLinkState.Paid } closed ? closed : null);
    }

    internal void ExpireOld()
    {
        var now = clock.GetUtcNow();
        foreach (var link in _links.Newest(int.MaxValue, link => link.State is PaymentLinkState.Open && link.Order.ExpiresAt <= now))
        {
            _links.Change(link.ProviderReference, open => open.State is PaymentLinkState.Open ? open with { State = PaymentLinkState.Expired } : null);
            changes.Tell("bank");
        }
    }

    /// <summary>Announces what may not have been announced when the process stopped.</summary>
    internal void Resume()
    {
        foreach (var link in _links.Newest(int.MaxValue).Reverse())
        {
            foreach (var payment in link.Tries) Announce(link, payment);
        }
    }

    private static Payment Next(PaymentLink link, bool succeed, string method, DateTimeOffset now)
    {
        var sequence = link.Tries.Length + 1;
        var reference = References.Of("pay", link.ProviderReference + sequence.ToString(CultureInfo.InvariantCulture));
        return succeed
            ? new Payment(reference, PaymentState.Paid, sequence, method, now, References.Utr(reference), null, null)
            : new Payment(reference, PaymentState.Failed, sequence, method, now, null, "declined_by_bank", "The payer's bank declined the payment.");
    }

    private void Announce(PaymentLink link, Payment payment)
    {
        Send(link, payment);

        // Contradicting itself: the payment that was paid has failed.
        if (payment.State is PaymentState.Paid && switches.Of(Capability.PaymentLinks).Contradict)
            Send(link, payment with { State = PaymentState.Failed, Sequence = payment.Sequence + 1, Utr = null, FailureCode = "declined_by_bank", FailureReason = "The payer's bank declined the payment." });
    }

    private void Send(PaymentLink link, Payment payment)
    {
        var eventId = References.Of("evt", link.ProviderReference + payment.Sequence.ToString(CultureInfo.InvariantCulture));
        webhooks.Announce(
            eventId, Capability.PaymentLinks, link.ProviderReference, $"Payment {payment.State.ToString().ToLowerInvariant()}",
            "webhooks/payments", link.Order.CallbackUrl,
            new PaymentNews(
                eventId, payment.At, payment.Sequence, link.ClientReference, link.ProviderReference, payment.PaymentReference, payment.State,
                link.Order.AmountMinor, link.Order.Currency, payment.Method, payment.Utr, payment.FailureCode, payment.FailureReason));
    }
}
