using Lending.Providers.Calls;

namespace Lending.Providers.PaymentLinks;

/// <summary>Asks for a page where the borrower pays one amount.</summary>
/// <param name="ClientReference">Ours; the same reference gives the same page.</param>
/// <param name="ReturnUrl">Where the borrower's browser goes afterwards, if anywhere.</param>
public sealed record PaymentLinkRequest(
    string ClientReference,
    long AmountMinor,
    string Currency,
    string Description,
    string PayerName,
    string? PayerMobile,
    DateTimeOffset ExpiresAt,
    Uri? ReturnUrl = null)
{
    public override string ToString() => $"{nameof(PaymentLinkRequest)} {ClientReference} {Mask.Tail(PayerMobile)}";
}
