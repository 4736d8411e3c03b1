namespace Lending.Domain;

/// <summary>A fact about one customer; personal values are sealed before they get here.</summary>
public abstract record CustomerEvent : IFact;

[EventType("customer.registered.v1")]
public sealed record CustomerRegistered(string CustomerId, Sealed? Mobile, Sealed? Email, bool WhatsAppOptIn, DateTimeOffset At) : CustomerEvent;

[EventType("customer.profile-saved.v1")]
public sealed record ProfileSaved(PersonalProfile Profile, DateTimeOffset At) : CustomerEvent;

[EventType("customer.pan-checked.v1")]
public sealed record PanChecked(Sealed Pan, PanCheckResult Result, string ProviderReference, DateTimeOffset At) : CustomerEvent;

[EventType("customer.aadhaar-checked.v1")]
public sealed record AadhaarChecked(
    Sealed Aadhaar, AadhaarCheckResult Result, string ProviderReference, DateTimeOffset At, Sealed? LinkedMobile = null) : CustomerEvent;

/// <summary>Verified when the holder's name at the bank matches the profile well enough.</summary>
[EventType("customer.bank-account-checked.v1")]
public sealed record BankAccountChecked(
    Sealed AccountNumber, string Ifsc, Sealed HolderAtBank, int NameMatchPercent, bool Verified, string ProviderReference, DateTimeOffset At) : CustomerEvent;

[EventType("customer.consent-given.v1")]
public sealed record ConsentGiven(string TermsVersion, string PrivacyVersion, bool DataSharing, bool BureauEnquiry, DateTimeOffset At) : CustomerEvent
{
    /// <summary>The repaid loan whose offer it was given for.</summary>
    public string? ForReloanOf { get; init; }
}
