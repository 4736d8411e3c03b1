using Lending.Providers.ESign;

namespace Lending.Providers.Webhooks;

/// <summary>A signature moved on. Comes to <c>/webhooks/e-sign</c>, perhaps repeated and out of order.</summary>
/// <param name="EventId">The same for every repeat; also in <c>X-Event-Id</c>.</param>
/// <param name="Sequence">Rises with each change of this request: a lower one that comes later is old news.</param>
/// <param name="DocumentSha256">Lower-case hex of the PDF that was to be signed; compare it with ours.</param>
/// <param name="SignedDocumentSha256">Lower-case hex of the signed PDF, when signed.</param>
public sealed record ESignWebhook(
    string EventId,
    DateTimeOffset OccurredAt,
    int Sequence,
    string ClientReference,
    string ProviderReference,
    ESignState State,
    string DocumentSha256,
    string? SignedDocumentSha256 = null,
    DateTimeOffset? SignedAt = null);
