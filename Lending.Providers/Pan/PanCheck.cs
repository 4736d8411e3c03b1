namespace Lending.Providers.Pan;

/// <summary>What the tax department's register says about a PAN.</summary>
/// <param name="HolderName">The registered name; null when the PAN was not found.</param>
/// <param name="AadhaarLinked">The PAN is linked to an Aadhaar number.</param>
/// <param name="FraudFlag">The provider holds the PAN for stolen, forged or under investigation.</param>
public sealed record PanCheck(
    PanOutcome Outcome,
    bool NameMatches,
    bool DateOfBirthMatches,
    bool AadhaarLinked,
    bool FraudFlag,
    string? HolderName,
    string ProviderReference)
{
    public override string ToString() => $"{nameof(PanCheck)} {Outcome} ({ProviderReference})";
}
