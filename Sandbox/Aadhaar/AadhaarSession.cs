using Sandbox.People;

namespace Sandbox.Aadhaar;

/// <summary>A borrower who is about to prove who they are, by OTP or by consent.</summary>
/// <param name="Otp">The code to the phone; null for DigiLocker.</param>
internal sealed record AadhaarSession(
    string ProviderReference, string RequestHash, string Number, string Name, DateOnly DateOfBirth, string? Mobile, string? Otp,
    DateTimeOffset ExpiresAt, AadhaarState State = AadhaarState.Waiting, int WrongTries = 0)
{
    /// <summary>The record as registered: the person who was named, unless the number says otherwise.</summary>
    internal AadhaarRecord Record() => new(
        Magic.Ending(Number) == Magic.AadhaarOtherName ? NameBook.OtherName(Number, Name) : Name,
        Magic.Ending(Number) == Magic.AadhaarOtherBirthDate ? DateOfBirth.AddYears(-2).AddDays(11) : DateOfBirth,
        NameBook.Number(Number, "gender", 2) == 0 ? "female" : "male",
        NameBook.Address(Number),
        $"XXXX XXXX {Number[^4..]}",
        References.Of("photo", Number));
}

/// <summary>How a session stands.</summary>
internal enum AadhaarState
{
    Waiting,
    Verified,
    Denied,
    Locked,
}

/// <summary>A person as registered with Aadhaar.</summary>
internal sealed record AadhaarRecord(
    string Name, DateOnly DateOfBirth, string Gender, PostalAddress Address, string MaskedNumber, string PhotoReference);

/// <summary>How a verification came out.</summary>
internal sealed record AadhaarResult(string Outcome, AadhaarRecord? Person, string ProviderReference);
