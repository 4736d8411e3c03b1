using System.Net;
using Lending.Providers.Calls;

namespace Lending.Providers.ESign;

/// <summary>Signing by Aadhaar OTP (LOS-026).</summary>
public sealed class ESignProvider
{
    private readonly ProviderChannel _channel;
    private readonly Uri? _callbackUrl;

    internal ESignProvider(ProviderChannel channel, Uri? callbackUrl) => (_channel, _callbackUrl) = (channel, callbackUrl);

    /// <summary>Opens a signing page. Refused with <c>not_a_pdf</c>, <c>already_expired</c> or <c>reference_reused</c>.</summary>
    /// <exception cref="ProviderUnavailable">The provider could not be asked; the same request again is safe.</exception>
    public async Task<ProviderAnswer<ESignature>> RequestAsync(ESignRequest request, CancellationToken cancellationToken = default)
    {
        var body = new
        {
            request.ClientReference,
            request.Title,
            request.Pdf,
            request.SignerName,
            request.SignerMobile,
            request.ExpiresAt,
            CallbackUrl = _callbackUrl,
        };
        var reply = await _channel.SendAsync(ProviderRequest.Post("request", "esign/requests", body), cancellationToken);
        return reply.ReadAnswer<ESignature>();
    }

    /// <summary>Where a signature stands now, or null when the provider does not know it.</summary>
    /// <exception cref="ProviderUnavailable">The provider could not be asked.</exception>
    public async Task<ESignature?> FindAsync(string clientReference, CancellationToken cancellationToken = default)
    {
        var reply = await _channel.SendAsync(
            ProviderRequest.Get("find", $"esign/requests/{Uri.EscapeDataString(clientReference)}"), cancellationToken);
        return reply.Status is HttpStatusCode.NotFound ? null : reply.Read<ESignature>();
    }

    /// <summary>The signed PDF, or null until it is signed. Compare its SHA-256 with the webhook's.</summary>
    /// <exception cref="ProviderUnavailable">The provider could not be asked.</exception>
    public async Task<byte[]?> SignedDocumentAsync(string clientReference, CancellationToken cancellationToken = default)
    {
        var reply = await _channel.SendAsync(
            ProviderRequest.Get("document", $"esign/requests/{Uri.EscapeDataString(clientReference)}/document"), cancellationToken);
        return reply.Succeeded ? reply.Body : null;
    }

    /// <summary>Withdraws a request, so that its page no longer signs. Refused with <c>already_signed</c>.</summary>
    /// <exception cref="ProviderUnavailable">The provider could not be asked.</exception>
    public async Task<ProviderAnswer<ESignature>> CancelAsync(string clientReference, CancellationToken cancellationToken = default)
    {
        var reply = await _channel.SendAsync(
            ProviderRequest.Post("cancel", $"esign/requests/{Uri.EscapeDataString(clientReference)}/cancel", new { }), cancellationToken);
        return reply.ReadAnswer<ESignature>();
    }
}
