namespace Lending.Providers.Payouts;

/// <summary>A payout as the provider has it. Accepted is not paid: the webhook or a later look says which it became.</summary>
/// <param name="ProviderReference">The provider's own reference, kept with the disbursement.</param>
/// <param name="Utr">The banks' reference, once it succeeded.</param>
/// <param name="FailureCode">snake_case, such as <c>beneficiary_bank_declined</c>.</param>
public sealed record Payout(
    string ClientReference,
    string ProviderReference,
    PayoutState State,
    long AmountMinor,
    string Currency,
    string? Utr,
    string? FailureCode,
    string? FailureReason);
