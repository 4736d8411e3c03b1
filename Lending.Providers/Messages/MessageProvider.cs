using Lending.Providers.Calls;

namespace Lending.Providers.Messages;

/// <summary>SMS, WhatsApp and e-mail (LOS-130, LOS-132).</summary>
public sealed class MessageProvider
{
    private readonly ProviderChannel _channel;

    internal MessageProvider(ProviderChannel channel) => _channel = channel;

    /// <summary>Hands over a message. Refused with <c>recipient_unreachable</c>, <c>invalid_recipient</c> or <c>reference_reused</c>.</summary>
    /// <exception cref="ProviderUnavailable">The provider could not be asked; the same message id again is safe.</exception>
    public async Task<ProviderAnswer<MessageReceipt>> SendAsync(OutgoingMessage message, CancellationToken cancellationToken = default)
    {
        var reply = await _channel.SendAsync(ProviderRequest.Post("send", "messages", message), cancellationToken);
        return reply.ReadAnswer<MessageReceipt>();
    }
}
