namespace Lending.Providers.Aadhaar;

/// <summary>Asks for a page where the borrower shares their Aadhaar record.</summary>
/// <param name="ClientReference">Ours; the same reference gives the same page.</param>
public sealed record DigiLockerRequest(string ClientReference, string Name, DateOnly DateOfBirth)
{
    public override string ToString() => $"{nameof(DigiLockerRequest)} {ClientReference}";
}
