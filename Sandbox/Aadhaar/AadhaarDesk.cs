using Sandbox.Messages;
using Sandbox.People;
using Sandbox.Storage;
using Sandbox.Switches;

namespace Sandbox.Aadhaar;

/// <summary>The Aadhaar authority: OTPs and consents.</summary>
internal sealed class AadhaarDesk(StateFile file, Mailbox mailbox, SwitchBoard switches, Changes changes, TimeProvider clock)
{
    private const int WrongTriesMax = 3;
    private static readonly TimeSpan OtpLife = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ConsentLife = TimeSpan.FromMinutes(30);

    private readonly Shelf<AadhaarSession> _sessions = new("aadhaar", file);

    internal AadhaarSession? Find(string reference) => _sessions.Find(reference);

    /// <summary>Sends an OTP once per reference; null when the reference names another request.</summary>
    internal AadhaarSession? StartOtp(string clientReference, string number, string name, DateOnly dateOfBirth, string mobile)
    {
        var session = Start("aotp", clientReference, number, name, dateOfBirth, mobile, References.Otp(), OtpLife);

        // The mailbox knows the message by its id, so a repeat sends nothing.
        if (session is not null)
            mailbox.Receive(session.ProviderReference, "sms", mobile, "UIDAI", null, $"{session.Otp} is your Aadhaar OTP. Valid for 10 minutes. Do not share it.");
        return session;
    }

    /// <summary>Opens a consent page once per reference; null when the reference names another request.</summary>
    internal AadhaarSession? StartConsent(string clientReference, string name, DateOnly dateOfBirth)
    {
        // DigiLocker knows the number; the lender does not. It follows from the reference.
        var number = "9" + References.Utr(clientReference)[1..];
        return Start("digi", clientReference, number, name, dateOfBirth, null, null, ConsentLife);
    }

    internal AadhaarResult Verify(string reference, string otp)
    {
        var outcome = "unknown_reference";
        var now = clock.GetUtcNow();
        _sessions.Change(reference, session =>
        {
            (outcome, var next) = Judge(session, otp, now);
            return next;
        });
        return Result(outcome, reference);
    }

    internal bool Decide(string reference, bool allow)
    {
        var now = clock.GetUtcNow();
        var decided = _sessions.Change(reference, session => session.State is not AadhaarState.Waiting || session.Otp is not null || session.ExpiresAt <= now
            ? null
            : session with { State = allow ? AadhaarState.Verified : AadhaarState.Denied });
        if (decided is not null) changes.Tell("aadhaar");
        return decided is not null;
    }

    internal AadhaarResult Consent(string reference) => Result(
        _sessions.Find(reference) switch
        {
            null => "unknown_reference",
            { State: AadhaarState.Verified } => "verified",
            { State: AadhaarState.Denied } => "denied",
            { } session when session.ExpiresAt <= clock.GetUtcNow() => "expired",
            _ => "pending",
        },
        reference);

    private static (string Outcome, AadhaarSession? Next) Judge(AadhaarSession session, string otp, DateTimeOffset now)
    {
        if (session.State is AadhaarState.Locked) return ("too_many_attempts", null);
        if (session.ExpiresAt <= now) return ("expired", null);
        if (session.Otp == otp.Trim()) return ("verified", session with { State = AadhaarState.Verified });
        var wrong = session.WrongTries + 1;
        return wrong < WrongTriesMax
            ? ("wrong_otp", session with { WrongTries = wrong })
            : ("too_many_attempts", session with { WrongTries = wrong, State = AadhaarState.Locked });
    }

    private AadhaarResult Result(string outcome, string reference)
    {
        var person = outcome == "verified" ? _sessions.Find(reference)!.Record() : null;

        // Contradicting itself: verified, and yet another person.
        if (person is not null && switches.Of(Capability.Aadhaar).Contradict) person = person with { Name = NameBook.OtherName(reference, person.Name) };
        return new AadhaarResult(outcome, person, reference);
    }

    private AadhaarSession? Start(
        string prefix, string clientReference, string number, string name, DateOnly dateOfBirth, string? mobile, string? otp, TimeSpan life)
    {
        var hash = AnsweredRequests.Hash(new { number, name, dateOfBirth, mobile });
        var reference = References.Of(prefix, clientReference);
        var (session, _) = _sessions.GetOrAdd(
            reference, () => new AadhaarSession(reference, hash, number, name, dateOfBirth, mobile, otp, clock.GetUtcNow() + life));
        return session.RequestHash == hash ? session : null;
    }
}
