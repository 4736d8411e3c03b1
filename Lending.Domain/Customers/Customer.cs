using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Lending.Domain;

/// <summary>The onboarding steps of the foundation, in order; names are what the borrower API and the portal show (LOS-012).</summary>
public static class OnboardingSteps
{
    public const string Registration = "registration";
    public const string Profile = "profile";
    public const string Pan = "pan";
    public const string Aadhaar = "aadhaar";
    public const string BankAccount = "bank_account";
    public const string Consent = "consent";

    public static ImmutableArray<string> All { get; } = [Registration, Profile, Pan, Aadhaar, BankAccount, Consent];
}

/// <summary>One borrower of one Brand: what onboarding has established, each step with the instant it was completed.</summary>
public sealed record Customer
{
    public static readonly Customer None = new();

    public int Version { get; init; }

    /// <summary>The customer's own number, as CU-2611-00123.</summary>
    public string Id { get; init; } = "";

    public Sealed? Mobile { get; init; }

    public Sealed? Email { get; init; }

    public bool WhatsAppOptIn { get; init; }

    public PersonalProfile? Profile { get; init; }

    public Sealed? Pan { get; init; }

    public PanCheckResult? PanResult { get; init; }

    public Sealed? Aadhaar { get; init; }

    public AadhaarCheckResult? AadhaarResult { get; init; }

    /// <summary>The phone linked with the Aadhaar number, proven by its code. Somebody who signed up by e-mail has no other.</summary>
    public Sealed? AadhaarMobile { get; init; }

    public VerifiedAccount? BankAccount { get; init; }

    public ConsentGiven? Consent { get; init; }

    /// <summary>Completed steps and when; a step whose check failed is not completed.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> Steps
    {
        get;
        init => field = ReferenceEquals(value.KeyComparer, StringComparer.Ordinal) ? value : value.WithComparers(StringComparer.Ordinal);
    } = ImmutableSortedDictionary<string, DateTimeOffset>.Empty.WithComparers(StringComparer.Ordinal);

    [JsonIgnore]
    public bool Exists => Version > 0;

    /// <summary>The phone that an Aadhaar code goes to, as for signing; null before the Aadhaar step of somebody who signed up by e-mail.</summary>
    [JsonIgnore]
    public Sealed? SigningMobile => AadhaarMobile ?? Mobile;

    /// <summary>Steps still to do, in order.</summary>
    [JsonIgnore]
    public ImmutableArray<string> MissingSteps => [.. OnboardingSteps.All.Where(step => !Steps.ContainsKey(step))];
}

/// <summary>The account money is sent to.</summary>
public sealed record VerifiedAccount(Sealed AccountNumber, string Ifsc, Sealed HolderAtBank, int NameMatchPercent, bool Verified, string ProviderReference, DateTimeOffset CheckedAt);
