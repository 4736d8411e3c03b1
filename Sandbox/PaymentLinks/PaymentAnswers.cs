namespace Sandbox.PaymentLinks;

/// <summary>A link as it is told to the one who made it.</summary>
internal sealed record PaymentLinkAnswer(
    string ClientReference, string ProviderReference, Uri Url, PaymentLinkState State, long AmountMinor, string Currency,
    DateTimeOffset ExpiresAt, string? PaymentReference, DateTimeOffset? PaidAt, string? Method, string? Utr)
{
    internal static PaymentLinkAnswer From(PaymentLink link, HttpRequest request) => new(
        link.ClientReference, link.ProviderReference, new Uri($"{request.Scheme}://{request.Host}/pay/{link.ProviderReference}"), link.State,
        link.Order.AmountMinor, link.Order.Currency, link.Order.ExpiresAt, link.Paid?.PaymentReference, link.Paid?.At, link.Paid?.Method, link.Paid?.Utr);
}

/// <summary>A try to pay, in a webhook.</summary>
internal sealed record PaymentNews(
    string EventId, DateTimeOffset OccurredAt, int Sequence, string ClientReference, string ProviderReference, string PaymentReference,
    PaymentState State, long AmountMinor, string Currency, string Method, string? Utr, string? FailureCode, string? FailureReason);
