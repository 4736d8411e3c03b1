using Lending.Domain;

namespace Lending.Api.Requests;

/// <summary>No such Brand, or none was named in X-Brand.</summary>
public sealed record BrandNotFound() : Refusal(RefusalKind.NotFound, "brand_not_found", "Name the Brand in the header X-Brand.", "X-Brand");

/// <summary>The code is wrong. TriesLeft says how often it may still be tried.</summary>
public sealed record OtpWrong(int TriesLeft) : Refusal(RefusalKind.Unprocessable, "otp_wrong", $"The code is wrong. {TriesLeft} tries are left.", "code");

/// <summary>No such challenge, or too old, or tried too often.</summary>
public sealed record OtpExpired() : Refusal(RefusalKind.Conflict, "otp_expired", "The code is no longer valid. Ask for a new one.", "challengeId");

public sealed record ContactUnreachable(string Contact)
    : Refusal(RefusalKind.Unprocessable, "contact_unreachable", "No message can be sent there.", Contact);

/// <summary>A provider turned a request down; Reason is its stable code.</summary>
public sealed record ProviderRefused(string Reason, string At)
    : Refusal(RefusalKind.Unprocessable, "provider_refused", $"The check could not be made: {Reason}.", At);

/// <summary>A document does not exist yet.</summary>
public sealed record DocumentNotFound() : Refusal(RefusalKind.NotFound, "document_not_found", "This document does not exist yet.");

/// <summary>A payment or payout of a webhook is not known here; the provider sends it again later.</summary>
public sealed record ReferenceUnknown() : Refusal(RefusalKind.NotFound, "reference_unknown", "There is no such reference.", "clientReference");

public sealed record AadhaarOtpWrong() : Refusal(RefusalKind.Unprocessable, "otp_wrong", "The code is wrong.", "otp");

public sealed record AadhaarOtpExpired() : Refusal(RefusalKind.Conflict, "otp_expired", "The code is no longer valid. Ask for a new one.", "otp");
