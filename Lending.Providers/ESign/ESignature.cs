namespace Lending.Providers.ESign;

/// <summary>A signature that was asked for, and what became of it.</summary>
/// <param name="SignUrl">The page to send to the borrower.</param>
/// <param name="DocumentSha256">Lower-case hex of the PDF that was sent.</param>
/// <param name="SignedDocumentSha256">Lower-case hex of the signed PDF, once signed.</param>
public sealed record ESignature(
    string ClientReference,
    string ProviderReference,
    Uri SignUrl,
    ESignState State,
    DateTimeOffset ExpiresAt,
    string DocumentSha256,
    string? SignedDocumentSha256,
    DateTimeOffset? SignedAt);
