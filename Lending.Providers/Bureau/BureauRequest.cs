using Lending.Providers.Calls;

namespace Lending.Providers.Bureau;

/// <summary>Asks a credit bureau about a person. Each new client reference counts as an enquiry; a repeated one does not.</summary>
public sealed record BureauRequest(
    string ClientReference, string Pan, string Name, DateOnly DateOfBirth, string Mobile, long AmountMinor, string Currency)
{
    public override string ToString() => $"{nameof(BureauRequest)} {ClientReference} {Mask.Tail(Pan)}";
}
