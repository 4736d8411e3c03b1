using Lending.Providers.Mandates;

namespace Lending.Providers.Webhooks;

/// <summary>A mandate moved on. Comes to <c>/webhooks/mandates</c>, perhaps repeated and out of order.</summary>
/// <param name="EventId">The same for every repeat; also in <c>X-Event-Id</c>.</param>
/// <param name="Sequence">Rises with each change of this mandate.</param>
public sealed record MandateWebhook(
    string EventId,
    DateTimeOffset OccurredAt,
    int Sequence,
    string ClientReference,
    string ProviderReference,
    MandateStatus State,
    string? Number = null);
