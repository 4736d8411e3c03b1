using System.Net;
using Lending.Providers.Calls;

namespace Lending.Providers.Payouts;

/// <summary>Money out (LOS-056).</summary>
public sealed class PayoutProvider
{
    private readonly ProviderChannel _channel;
    private readonly Uri? _callbackUrl;

    internal PayoutProvider(ProviderChannel channel, Uri? callbackUrl) => (_channel, _callbackUrl) = (channel, callbackUrl);

    /// <summary>
    /// Orders a payout. After <see cref="ProviderUnavailable"/> send the same request again: it is the only way to
    /// know, and never pays twice. Refused with <c>invalid_destination</c>, <c>invalid_amount</c>,
    /// <c>insufficient_balance</c> or <c>reference_reused</c>.
    /// </summary>
    /// <exception cref="ProviderUnavailable">The provider could not be asked, or its answer was lost.</exception>
    public async Task<ProviderAnswer<Payout>> SendAsync(PayoutRequest request, CancellationToken cancellationToken = default)
    {
        var body = new
        {
            request.ClientReference,
            request.Rail,
            request.AmountMinor,
            request.Currency,
            request.HolderName,
            request.AccountNumber,
            request.Ifsc,
            request.Vpa,
            request.Narration,
            CallbackUrl = _callbackUrl,
        };
        var reply = await _channel.SendAsync(ProviderRequest.Post("send", "payouts", body), cancellationToken);
        return reply.ReadAnswer<Payout>();
    }

    /// <summary>Where a payout stands now, or null when the provider never took it.</summary>
    /// <exception cref="ProviderUnavailable">The provider could not be asked.</exception>
    public async Task<Payout?> FindAsync(string clientReference, CancellationToken cancellationToken = default)
    {
        var reply = await _channel.SendAsync(
            ProviderRequest.Get("find", $"payouts/{Uri.EscapeDataString(clientReference)}"), cancellationToken);
        return reply.Status is HttpStatusCode.NotFound ? null : reply.Read<Payout>();
    }
}
