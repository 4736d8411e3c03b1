namespace Sandbox.ESign;

/// <summary>A signature that was asked for.</summary>
internal sealed record Signature(
    string ClientReference,
    string RequestHash,
    string ProviderReference,
    string Title,
    string SignerName,
    string SignerMobile,
    DateTimeOffset ExpiresAt,
    Uri? CallbackUrl,
    string DocumentSha256,
    SignatureState State,
    int Sequence,
    DateTimeOffset ChangedAt,
    string? SignedDocumentSha256 = null,
    DateTimeOffset? SignedAt = null)
{
    internal bool IsOpen => State is SignatureState.Requested or SignatureState.Viewed;
}

/// <summary>All but requested and viewed are final.</summary>
internal enum SignatureState
{
    Requested,
    Viewed,
    Signed,
    Declined,
    Expired,
    Cancelled,
}
