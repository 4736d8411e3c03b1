using System.Collections.Concurrent;
using System.Globalization;
using Sandbox.Messages;
using Sandbox.People;
using Sandbox.Storage;
using Sandbox.Switches;
using Sandbox.Webhooks;

namespace Sandbox.ESign;

/// <summary>The e-sign provider: a page, an OTP to the signer's phone, a signed paper.</summary>
internal sealed class SigningDesk(
    StateFile file, SandboxSettings settings, SwitchBoard switches, WebhookSender webhooks, Mailbox mailbox, Changes changes, TimeProvider clock)
{
    private readonly Shelf<Signature> _signatures = new("signature", file);
    private readonly SignedPapers _papers = new(settings);
    private readonly ConcurrentDictionary<string, string> _otps = [];

    internal static string IdOf(string clientReference) => References.Of("sign", clientReference);

    internal Signature? Find(string providerReference) => _signatures.Find(providerReference);

    internal IReadOnlyList<Signature> Newest(int count) => _signatures.Newest(count);

    internal byte[] Paper(Signature signature) => _papers.Read(signature.SignedDocumentSha256 ?? signature.DocumentSha256);

    /// <summary>Opens a request, or finds the one that was opened; null when the reference names another one.</summary>
    internal Signature? Open(SignatureOrder order)
    {
        var hash = AnsweredRequests.Hash(order with { CallbackUrl = null });
        var (signature, added) = _signatures.GetOrAdd(IdOf(order.ClientReference), () => new Signature(
            order.ClientReference, hash, IdOf(order.ClientReference), order.Title, order.SignerName, order.SignerMobile, order.ExpiresAt,
            order.CallbackUrl, _papers.Keep(order.Pdf), SignatureState.Requested, 1, clock.GetUtcNow()));
        if (added) changes.Tell("esign");
        return signature.RequestHash == hash ? signature : null;
    }

    internal void View(string id) => Move(id, signature => signature.State is SignatureState.Requested ? signature with { State = SignatureState.Viewed } : null);

    /// <summary>Sends an OTP to the signer's phone; an earlier one no longer counts.</summary>
    internal bool SendOtp(string id)
    {
        if (_signatures.Find(id) is not { IsOpen: true } signature || signature.ExpiresAt <= clock.GetUtcNow()) return false;
        var otp = References.Otp();
        _otps[id] = otp;
        mailbox.Receive(
            $"esign-otp-{Guid.NewGuid():N}", "sms", signature.SignerMobile, "e-Sign", null,
            $"{otp} is your OTP to sign \"{signature.Title}\". Do not share it.");
        return true;
    }

    /// <summary>Signs with the OTP. Null when the OTP is wrong or was not asked for, or the request is closed.</summary>
    internal Signature? Sign(string id, string otp)
    {
        if (!_otps.TryGetValue(id, out var expected) || expected != otp.Trim()) return null;
        var now = clock.GetUtcNow();
        var signed = Move(id, signature => signature with
        {
            State = SignatureState.Signed,
            SignedAt = now,
            SignedDocumentSha256 = _papers.Keep(SignedPapers.Sign(_papers.Read(signature.DocumentSha256), signature, now)),
        });
        if (signed is not null) _otps.TryRemove(id, out _);
        return signed;
    }

    internal Signature? Decline(string id) => Move(id, signature => signature with { State = SignatureState.Declined });

    /// <summary>Withdraws a request; null when it is signed.</summary>
    internal Signature? Cancel(string id) => Move(id, signature => signature with { State = SignatureState.Cancelled })
        ?? (_signatures.Find(id) is { State: not SignatureState.Signed } closed ? closed : null);

    internal void ExpireOld()
    {
        var now = clock.GetUtcNow();
        foreach (var old in _signatures.Newest(int.MaxValue, signature => signature.IsOpen && signature.ExpiresAt <= now))
            Move(old.ProviderReference, signature => signature with { State = SignatureState.Expired }, evenIfOld: true);
    }

    /// <summary>Announces what may not have been announced when the process stopped.</summary>
    internal void Resume()
    {
        foreach (var signature in _signatures.Newest(int.MaxValue, signature => signature.Sequence > 1).Reverse()) Announce(signature);
    }

    private Signature? Move(string id, Func<Signature, Signature?> change, bool evenIfOld = false)
    {
        var now = clock.GetUtcNow();
        var moved = _signatures.Change(id, signature =>
            !signature.IsOpen || (signature.ExpiresAt <= now && !evenIfOld) || change(signature) is not { } next
                ? null
                : next with { Sequence = signature.Sequence + 1, ChangedAt = now });
        if (moved is null) return null;
        changes.Tell("esign");
        Announce(moved);
        return moved;
    }

    private void Announce(Signature signature)
    {
        var eventId = References.Of("evt", signature.ProviderReference + signature.Sequence.ToString(CultureInfo.InvariantCulture));

        // Contradicting itself: signed, but another paper than was sent.
        var paper = switches.Of(Capability.ESign).Contradict ? new string('0', 64) : signature.DocumentSha256;
        webhooks.Announce(
            eventId, Capability.ESign, signature.ProviderReference, $"Signature {signature.State.ToString().ToLowerInvariant()}",
            "webhooks/e-sign", signature.CallbackUrl,
            new SignatureNews(
                eventId, signature.ChangedAt, signature.Sequence, signature.ClientReference, signature.ProviderReference, signature.State,
                paper, signature.SignedDocumentSha256, signature.SignedAt));
    }
}
