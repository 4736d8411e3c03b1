using Lending.Providers.Calls;

namespace Lending.Providers.ESign;

/// <summary>Asks a borrower to sign a PDF with an Aadhaar OTP.</summary>
/// <param name="ClientReference">Ours; the same reference gives the same request. A resend after expiry takes a new one.</param>
public sealed record ESignRequest(
    string ClientReference,
    string Title,
    ReadOnlyMemory<byte> Pdf,
    string SignerName,
    string SignerMobile,
    DateTimeOffset ExpiresAt)
{
    public override string ToString() => $"{nameof(ESignRequest)} {ClientReference} {Mask.Tail(SignerMobile)}";
}
