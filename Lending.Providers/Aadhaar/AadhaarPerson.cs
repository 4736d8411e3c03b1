namespace Lending.Providers.Aadhaar;

/// <summary>The person behind an Aadhaar number, as registered. The number itself never comes back in full.</summary>
/// <param name="MaskedNumber">"XXXX XXXX 1234".</param>
/// <param name="PhotoReference">Names the photo for <see cref="AadhaarProvider.PhotoAsync"/>.</param>
public sealed record AadhaarPerson(
    string Name, DateOnly DateOfBirth, string Gender, AadhaarAddress Address, string MaskedNumber, string PhotoReference)
{
    public override string ToString() => nameof(AadhaarPerson);
}
