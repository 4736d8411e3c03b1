using Lending.Providers.Calls;

namespace Lending.Providers.Pan;

/// <summary>The register of PANs (LOS-008).</summary>
public sealed class PanProvider
{
    private readonly ProviderChannel _channel;

    internal PanProvider(ProviderChannel channel) => _channel = channel;

    /// <summary>Whether the PAN exists, is this person's, is linked to Aadhaar and is free of fraud flags.</summary>
    /// <exception cref="ProviderUnavailable">The register could not be asked.</exception>
    public async Task<PanCheck> CheckAsync(PanCheckRequest request, CancellationToken cancellationToken = default)
    {
        var reply = await _channel.SendAsync(ProviderRequest.Post("check", "pan/checks", request), cancellationToken);
        return reply.Read<PanCheck>();
    }
}
