using System.Net;
using Lending.Providers.Calls;

namespace Lending.Providers.PaymentLinks;

/// <summary>Money in, through a page the borrower opens (LOS-031).</summary>
public sealed class PaymentLinkProvider
{
    private readonly ProviderChannel _channel;
    private readonly Uri? _callbackUrl;

    internal PaymentLinkProvider(ProviderChannel channel, Uri? callbackUrl) => (_channel, _callbackUrl) = (channel, callbackUrl);

    /// <summary>Opens a payment page. Refused with <c>invalid_amount</c>, <c>already_expired</c> or <c>reference_reused</c>.</summary>
    /// <exception cref="ProviderUnavailable">The provider could not be asked; the same request again is safe.</exception>
    public async Task<ProviderAnswer<PaymentLink>> CreateAsync(PaymentLinkRequest request, CancellationToken cancellationToken = default)
    {
        var body = new
        {
            request.ClientReference,
            request.AmountMinor,
            request.Currency,
            request.Description,
            request.PayerName,
            request.PayerMobile,
            request.ExpiresAt,
            request.ReturnUrl,
            CallbackUrl = _callbackUrl,
        };
        var reply = await _channel.SendAsync(ProviderRequest.Post("create", "payment-links", body), cancellationToken);
        return reply.ReadAnswer<PaymentLink>();
    }

    /// <summary>Where a link stands now, or null when the provider does not know it.</summary>
    /// <exception cref="ProviderUnavailable">The provider could not be asked.</exception>
    public async Task<PaymentLink?> FindAsync(string clientReference, CancellationToken cancellationToken = default)
    {
        var reply = await _channel.SendAsync(
            ProviderRequest.Get("find", $"payment-links/{Uri.EscapeDataString(clientReference)}"), cancellationToken);
        return reply.Status is HttpStatusCode.NotFound ? null : reply.Read<PaymentLink>();
    }

    /// <summary>Closes an open link. Refused with <c>already_paid</c>; a closed link stays closed.</summary>
    /// <exception cref="ProviderUnavailable">The provider could not be asked.</exception>
    public async Task<ProviderAnswer<PaymentLink>> CancelAsync(string clientReference, CancellationToken cancellationToken = default)
    {
        var reply = await _channel.SendAsync(
            ProviderRequest.Post("cancel", $"payment-links/{Uri.EscapeDataString(clientReference)}/cancel", new { }), cancellationToken);
        return reply.ReadAnswer<PaymentLink>();
    }
}
