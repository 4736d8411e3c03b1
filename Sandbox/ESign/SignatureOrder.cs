namespace Sandbox.ESign;

/// <summary>A PDF to be signed.</summary>
internal sealed record SignatureOrder(
    string ClientReference, string Title, byte[] Pdf, string SignerName, string SignerMobile, DateTimeOffset ExpiresAt, Uri? CallbackUrl);

/// <summary>A signature as it is told to the one who asked for it.</summary>
internal sealed record SignatureAnswer(
    string ClientReference, string ProviderReference, Uri SignUrl, SignatureState State, DateTimeOffset ExpiresAt,
    string DocumentSha256, string? SignedDocumentSha256, DateTimeOffset? SignedAt)
{
    internal static SignatureAnswer From(Signature signature, HttpRequest request) => new(
        signature.ClientReference, signature.ProviderReference, new Uri($"{request.Scheme}://{request.Host}/esign/{signature.ProviderReference}"),
        signature.State, signature.ExpiresAt, signature.DocumentSha256, signature.SignedDocumentSha256, signature.SignedAt);
}

/// <summary>The same in a webhook.</summary>
internal sealed record SignatureNews(
    string EventId, DateTimeOffset OccurredAt, int Sequence, string ClientReference, string ProviderReference, SignatureState State,
    string DocumentSha256, string? SignedDocumentSha256, DateTimeOffset? SignedAt);
