namespace Lending.Providers.Aadhaar;

/// <summary>An Indian postal address as registered with Aadhaar.</summary>
public sealed record AadhaarAddress(string Line, string Locality, string City, string State, string Pincode)
{
    public override string ToString() => nameof(AadhaarAddress);
}
