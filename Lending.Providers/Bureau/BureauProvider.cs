using Lending.Providers.Calls;

namespace Lending.Providers.Bureau;

/// <summary>The credit bureau (LOS-021).</summary>
public sealed class BureauProvider
{
    private readonly ProviderChannel _channel;

    internal BureauProvider(ProviderChannel channel) => _channel = channel;

    /// <summary>Score, loans elsewhere, payment history and enquiries. Refused with <c>reference_reused</c>.</summary>
    /// <exception cref="ProviderUnavailable">The bureau could not be asked.</exception>
    public async Task<ProviderAnswer<BureauReport>> PullAsync(BureauRequest request, CancellationToken cancellationToken = default)
    {
        var reply = await _channel.SendAsync(ProviderRequest.Post("pull", "bureau/reports", request), cancellationToken);
        return reply.ReadAnswer<BureauReport>();
    }
}
