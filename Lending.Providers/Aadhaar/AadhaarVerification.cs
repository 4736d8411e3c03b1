namespace Lending.Providers.Aadhaar;

/// <summary>The answer to an OTP or a DigiLocker consent. The person is there only when verified.</summary>
public sealed record AadhaarVerification(AadhaarOutcome Outcome, AadhaarPerson? Person, string ProviderReference)
{
    public override string ToString() => $"{nameof(AadhaarVerification)} {Outcome} ({ProviderReference})";
}
