namespace Lending.Providers.Aadhaar;

/// <summary>The page the borrower opens to share their Aadhaar record.</summary>
public sealed record DigiLockerConsent(string ProviderReference, Uri ConsentUrl, DateTimeOffset ExpiresAt);
