namespace Lending.Providers.PaymentLinks;

/// <summary>A page where the borrower pays, and what became of it.</summary>
/// <param name="PaymentReference">The provider's reference of the payment, once paid.</param>
/// <param name="Method">Such as <c>upi</c>, once paid.</param>
public sealed record PaymentLink(
    string ClientReference,
    string ProviderReference,
    Uri Url,
    PaymentLinkState State,
    long AmountMinor,
    string Currency,
    DateTimeOffset ExpiresAt,
    string? PaymentReference,
    DateTimeOffset? PaidAt,
    string? Method = null,
    string? Utr = null);
