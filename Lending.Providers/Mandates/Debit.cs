namespace Lending.Providers.Mandates;

/// <summary>A debit as the provider has it. Presented is not paid: the webhook or a later look says which it became.</summary>
/// <param name="PaymentReference">The provider's reference of the money, once paid.</param>
/// <param name="FailureCode">snake_case, such as <c>insufficient_funds</c>.</param>
public sealed record Debit(
    string ClientReference,
    string MandateReference,
    DebitState State,
    long AmountMinor,
    string Currency,
    DateOnly DebitOn,
    string? PaymentReference = null,
    string? Utr = null,
    string? FailureCode = null);
