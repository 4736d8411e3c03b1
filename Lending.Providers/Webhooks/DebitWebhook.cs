using Lending.Providers.Mandates;

namespace Lending.Providers.Webhooks;

/// <summary>A presented debit was paid or failed. Comes to <c>/webhooks/debits</c>, perhaps repeated and out of order.</summary>
/// <param name="EventId">The same for every repeat; also in <c>X-Event-Id</c>.</param>
/// <param name="ClientReference">Ours, of the debit.</param>
/// <param name="PaymentReference">The provider's, of the money; there when it was paid, and posted once.</param>
public sealed record DebitWebhook(
    string EventId,
    DateTimeOffset OccurredAt,
    int Sequence,
    string ClientReference,
    string MandateReference,
    DebitState State,
    long AmountMinor,
    string Currency,
    string? PaymentReference = null,
    string? Utr = null,
    string? FailureCode = null,
    string? FailureReason = null);
