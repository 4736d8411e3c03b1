using System.Text.Json.Serialization;

namespace Lending.Domain;

/// <summary>Something asked of one customer record. Personal values arrive already sealed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$command")]
[JsonDerivedType(typeof(RegisterCustomer), "register")]
[JsonDerivedType(typeof(SaveProfile), "profile")]
[JsonDerivedType(typeof(RecordPanCheck), "pan")]
[JsonDerivedType(typeof(RecordAadhaarCheck), "aadhaar")]
[JsonDerivedType(typeof(RecordBankAccount), "bank-account")]
[JsonDerivedType(typeof(GiveConsent), "consent")]
public abstract record CustomerCommand;

/// <summary>After the OTP: by mobile or e-mail, at least one. LOS-005.</summary>
public sealed record RegisterCustomer(string CustomerId, Sealed? Mobile, Sealed? Email, bool WhatsAppOptIn) : CustomerCommand;

/// <summary>LOS-006, LOS-007. Sealed: name, parents' names, date of birth, address; the month of birth and the pincode stay clear for rules.</summary>
public sealed record SaveProfile(PersonalProfile Profile) : CustomerCommand;

/// <summary>What the PAN provider found. LOS-008.</summary>
public sealed record RecordPanCheck(Sealed Pan, PanCheckResult Result, string ProviderReference) : CustomerCommand;

/// <summary>What the Aadhaar provider found after the borrower's OTP, and the phone it went to: the one linked with the number. LOS-009.</summary>
public sealed record RecordAadhaarCheck(Sealed Aadhaar, AadhaarCheckResult Result, string ProviderReference, Sealed? LinkedMobile = null) : CustomerCommand;

/// <summary>A bank account with the answer of the penny drop. LOS-017, LMS-018.</summary>
public sealed record RecordBankAccount(Sealed AccountNumber, string Ifsc, Sealed HolderAtBank, int NameMatchPercent, string ProviderReference) : CustomerCommand;

/// <summary>LOS-011: terms, privacy, data sharing and bureau enquiry, each by the version of the text shown.</summary>
public sealed record GiveConsent(string TermsVersion, string PrivacyVersion, bool DataSharing, bool BureauEnquiry) : CustomerCommand
{
    /// <summary>The repaid loan whose offer it is given for; an earlier consent does not stand in for it (LOS-036).</summary>
    public string? ForReloanOf { get; init; }
}

/// <summary>The basic profile. The date of birth is sealed; BornMonth, the first of its month, stays clear for the age rule.</summary>
public sealed record PersonalProfile(
    Sealed FullName, Sealed BornOn, DateOnly BornMonth, string Gender, string MaritalStatus, Sealed FatherName, Sealed MotherName,
    string Religion, Sealed Address, string Pincode);

public enum PanCheckResult { Matched, NameMismatch, BirthDateMismatch, NotFound, Fraud }

public enum AadhaarCheckResult { Matched, NameMismatch, BirthDateMismatch, NotFound }
