using Lending.Providers.Calls;

namespace Lending.Providers.BankAccounts;

/// <summary>Whose bank account is it (LOS-017).</summary>
public sealed class BankAccountProvider
{
    private readonly ProviderChannel _channel;

    internal BankAccountProvider(ProviderChannel channel) => _channel = channel;

    /// <summary>Sends Rs 1 and compares the holder's name. Refused with <c>invalid_ifsc</c> or <c>reference_reused</c>.</summary>
    /// <exception cref="ProviderUnavailable">The provider could not be asked.</exception>
    public async Task<ProviderAnswer<PennyDrop>> PennyDropAsync(PennyDropRequest request, CancellationToken cancellationToken = default)
    {
        var reply = await _channel.SendAsync(ProviderRequest.Post("penny_drop", "bank-accounts/penny-drops", request), cancellationToken);
        return reply.ReadAnswer<PennyDrop>();
    }
}
