using Lending.Providers.Calls;

namespace Lending.Providers.Aadhaar;

/// <summary>Asks for an OTP to the phone that is registered with the Aadhaar number.</summary>
/// <param name="ClientReference">Ours; the same reference does not send a second OTP.</param>
/// <param name="Name">As the borrower entered it, for the provider's own comparison.</param>
/// <param name="Mobile">The borrower's phone, E.164.</param>
public sealed record AadhaarOtpRequest(
    string ClientReference, string AadhaarNumber, string Name, DateOnly DateOfBirth, string Mobile)
{
    public override string ToString() => $"{nameof(AadhaarOtpRequest)} {Mask.Tail(AadhaarNumber)}";
}
