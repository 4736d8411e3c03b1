using System.Net;
using Lending.Providers.Calls;

namespace Lending.Providers.Mandates;

/// <summary>Money in by the borrower's standing order to their bank: UPI Autopay (LOS-030).</summary>
public sealed class MandateProvider
{
    private readonly ProviderChannel _channel;
    private readonly Uri? _mandatesUrl;
    private readonly Uri? _debitsUrl;

    internal MandateProvider(ProviderChannel channel, Uri? mandatesUrl, Uri? debitsUrl) => (_channel, _mandatesUrl, _debitsUrl) = (channel, mandatesUrl, debitsUrl);

    /// <summary>Opens a page where the borrower approves. Refused with <c>invalid_amount</c>, <c>already_expired</c> or <c>reference_reused</c>.</summary>
    /// <exception cref="ProviderUnavailable">The provider could not be asked; the same request again is safe.</exception>
    public async Task<ProviderAnswer<MandateOrder>> RegisterAsync(MandateRequest request, CancellationToken cancellationToken = default)
    {
        var body = new
        {
            request.ClientReference,
            request.MostMinor,
            request.Currency,
            request.Frequency,
            request.ValidUntil,
            request.Description,
            request.PayerName,
            request.PayerMobile,
            request.ApproveBy,
            CallbackUrl = _mandatesUrl,
            DebitCallbackUrl = _debitsUrl,
        };
        var reply = await _channel.SendAsync(ProviderRequest.Post("register", "mandates", body), cancellationToken);
        return reply.ReadAnswer<MandateOrder>();
    }

    /// <summary>Where a mandate stands now, or null when the provider does not know it.</summary>
    /// <exception cref="ProviderUnavailable">The provider could not be asked.</exception>
    public async Task<MandateOrder?> FindAsync(string clientReference, CancellationToken cancellationToken = default)
    {
        var reply = await _channel.SendAsync(ProviderRequest.Get("find", $"mandates/{Uri.EscapeDataString(clientReference)}"), cancellationToken);
        return reply.Status is HttpStatusCode.NotFound ? null : reply.Read<MandateOrder>();
    }

    /// <summary>Ends a mandate; one that has ended stays as it ended.</summary>
    /// <exception cref="ProviderUnavailable">The provider could not be asked; the same request again is safe.</exception>
    public async Task<MandateOrder?> CancelAsync(string clientReference, CancellationToken cancellationToken = default)
    {
        var reply = await _channel.SendAsync(ProviderRequest.Post("cancel", $"mandates/{Uri.EscapeDataString(clientReference)}/cancel", new { }), cancellationToken);
        return reply.Status is HttpStatusCode.NotFound ? null : reply.Read<MandateOrder>();
    }

    /// <summary>
    /// Has the borrower's bank tell them of a debit, a whole day before it. Refused with <c>mandate_not_active</c>, <c>amount_above_mandate</c> or
    /// <c>reference_reused</c>.
    /// </summary>
    /// <exception cref="ProviderUnavailable">The provider could not be asked; the same request again is safe.</exception>
    public Task<ProviderAnswer<Debit>> AnnounceAsync(DebitRequest request, CancellationToken cancellationToken = default) =>
        DebitAsync("announce", "debits", request, cancellationToken);

    /// <summary>
    /// Presents an announced debit, for what was announced or less. It is collected once per reference, however often it is presented. Refused with
    /// <c>not_announced</c>, <c>amount_above_announced</c>, <c>mandate_not_active</c> or <c>reference_reused</c>.
    /// </summary>
    /// <exception cref="ProviderUnavailable">The provider could not be asked, or its answer was lost; the same request again is safe.</exception>
    public Task<ProviderAnswer<Debit>> PresentAsync(DebitRequest request, CancellationToken cancellationToken = default) =>
        DebitAsync("present", $"debits/{Uri.EscapeDataString(request.ClientReference)}/present", request, cancellationToken);

    /// <summary>Where a debit stands now, or null when the provider never heard of it.</summary>
    /// <exception cref="ProviderUnavailable">The provider could not be asked.</exception>
    public async Task<Debit?> FindDebitAsync(string clientReference, CancellationToken cancellationToken = default)
    {
        var reply = await _channel.SendAsync(ProviderRequest.Get("find debit", $"debits/{Uri.EscapeDataString(clientReference)}"), cancellationToken);
        return reply.Status is HttpStatusCode.NotFound ? null : reply.Read<Debit>();
    }

    private async Task<ProviderAnswer<Debit>> DebitAsync(string operation, string path, DebitRequest request, CancellationToken cancellationToken)
    {
        var reply = await _channel.SendAsync(ProviderRequest.Post(operation, path, request), cancellationToken);
        return reply.ReadAnswer<Debit>();
    }
}
