using System.Globalization;
using Sandbox.People;
using Sandbox.Storage;
using Sandbox.Switches;
using Sandbox.Webhooks;

namespace Sandbox.Mandates;

/// <summary>The payers' banks and their standing orders.</summary>
internal sealed class MandateDesk(StateFile file, WebhookSender webhooks, Changes changes, TimeProvider clock)
{
    // By provider reference, which is in the page's address.
    private readonly Shelf<Mandate> _mandates = new("mandate", file);

    internal static string IdOf(string clientReference) => References.Of("mand", clientReference);

    internal Mandate? Find(string providerReference) => _mandates.Find(providerReference);

    internal IReadOnlyList<Mandate> Newest(int count) => _mandates.Newest(count);

    /// <summary>Makes a mandate, or finds the one that was made; null when the reference names another one.</summary>
    internal Mandate? Register(MandateOrder order)
    {
        var hash = AnsweredRequests.Hash(order with { CallbackUrl = null, DebitCallbackUrl = null });
        var now = clock.GetUtcNow();
        var (mandate, added) = _mandates.GetOrAdd(IdOf(order.ClientReference), () => new Mandate(
            order.ClientReference, hash, IdOf(order.ClientReference), order, MandateState.Pending, 1, now, now));
        if (added) changes.Tell("bank");
        return mandate.RequestHash == hash ? mandate : null;
    }

    /// <summary>The payer approves or declines. Null when it is not theirs to decide any more.</summary>
    internal Mandate? Answer(string id, bool approve) => Move(id, mandate => mandate.State is not MandateState.Pending || mandate.Order.ApproveBy <= clock.GetUtcNow()
        ? null
        : approve
            ? mandate with { State = MandateState.Active, Number = $"{References.Utr(mandate.ProviderReference)}@sandbox" }
            : mandate with { State = MandateState.Declined });

    /// <summary>The payer takes an active mandate back.</summary>
    internal Mandate? Revoke(string id) => Move(id, mandate => mandate.State is MandateState.Active ? mandate with { State = MandateState.Revoked } : null);

    /// <summary>The lender ends it; one that has ended stays as it is.</summary>
    internal Mandate? Cancel(string id) =>
        Move(id, mandate => mandate.State is MandateState.Pending or MandateState.Active ? mandate with { State = MandateState.Cancelled } : null) ?? _mandates.Find(id);

    /// <summary>How the payer's account behaves from the next debit on.</summary>
    internal Mandate? Behave(string id, PayerAccount account)
    {
        var changed = _mandates.Change(id, mandate => mandate with { Account = account });
        if (changed is not null) changes.Tell("bank");
        return changed;
    }

    internal void ExpireOld()
    {
        var now = clock.GetUtcNow();
        foreach (var old in _mandates.Newest(int.MaxValue, mandate => mandate.State is MandateState.Pending && mandate.Order.ApproveBy <= now))
            Move(old.ProviderReference, mandate => mandate.State is MandateState.Pending ? mandate with { State = MandateState.Expired } : null);
    }

    /// <summary>Announces what may not have been announced when the process stopped.</summary>
    internal void Resume()
    {
        foreach (var mandate in _mandates.Newest(int.MaxValue).Reverse())
            if (mandate.Sequence > 1) Announce(mandate);
    }

    private Mandate? Move(string id, Func<Mandate, Mandate?> change)
    {
        var moved = _mandates.Change(id, mandate => change(mandate) is { } next ? next with { Sequence = mandate.Sequence + 1, ChangedAt = clock.GetUtcNow() } : null);
        if (moved is null) return null;
        changes.Tell("bank");
        Announce(moved);
        return moved;
    }

    private void Announce(Mandate mandate)
    {
        var eventId = References.Of("evt", mandate.ProviderReference + mandate.Sequence.ToString(CultureInfo.InvariantCulture));
        webhooks.Announce(
            eventId, Capability.Mandates, mandate.ProviderReference, $"Mandate {mandate.State.ToString().ToLowerInvariant()}", "webhooks/mandates", mandate.Order.CallbackUrl,
            new MandateNews(eventId, mandate.ChangedAt, mandate.Sequence, mandate.ClientReference, mandate.ProviderReference, mandate.State, mandate.Number));
    }
}
