namespace Lending.Providers.Aadhaar;

/// <summary>An OTP that was sent.</summary>
/// <param name="ProviderReference">Names the OTP when it is verified.</param>
/// <param name="MaskedMobile">The phone it went to, masked.</param>
public sealed record AadhaarOtp(string ProviderReference, string MaskedMobile, DateTimeOffset ExpiresAt);
