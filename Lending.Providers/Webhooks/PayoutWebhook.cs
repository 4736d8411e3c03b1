using Lending.Providers.Payouts;

namespace Lending.Providers.Webhooks;

/// <summary>A payout moved on. Comes to <c>/webhooks/payouts</c>, perhaps repeated and out of order.</summary>
/// <param name="EventId">The same for every repeat; also in <c>X-Event-Id</c>.</param>
/// <param name="Sequence">Rises with each change of this payout: a lower one that comes later is old news.</param>
public sealed record PayoutWebhook(
    string EventId,
    DateTimeOffset OccurredAt,
    int Sequence,
    string ClientReference,
    string ProviderReference,
    PayoutState State,
    long AmountMinor,
    string Currency,
    string? Utr = null,
    string? FailureCode = null,
    string? FailureReason = null);
