namespace Lending.Providers.Webhooks;

/// <summary>A borrower paid, or tried to. Comes to <c>/webhooks/payments</c>, perhaps repeated and out of order.</summary>
/// <param name="EventId">The same for every repeat; also in <c>X-Event-Id</c>.</param>
/// <param name="Sequence">Rises with each change of this link: a lower one that comes later is old news.</param>
/// <param name="ClientReference">The payment link's.</param>
/// <param name="PaymentReference">The provider's, one per try; the one that was paid is posted once.</param>
/// <param name="Method">Such as <c>upi</c>.</param>
public sealed record PaymentWebhook(
    string EventId,
    DateTimeOffset OccurredAt,
    int Sequence,
    string ClientReference,
    string ProviderReference,
    string PaymentReference,
    PaymentState State,
    long AmountMinor,
    string Currency,
    string Method,
    string? Utr = null,
    string? FailureCode = null,
    string? FailureReason = null);
