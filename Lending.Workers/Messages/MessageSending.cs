using Lending.Data;
using Lending.Domain;
using Lending.Grains;
using Lending.Providers.Messages;

namespace Lending.Workers.Messages;

/// <summary>
/// Sends one message on every channel the customer can be reached by. Contacts are opened here and go nowhere else; the message id is the outbox
/// key and the channel, so a repeat sends nothing twice.
/// </summary>
public sealed partial class MessageSending(IGrainFactory grains, Brands brands, FieldCipher cipher, MessageProvider provider, ILogger<MessageSending> logger)
{
    public async Task HandleAsync(ClaimedItem item, CancellationToken cancellationToken)
    {
        var brand = await brands.GetAsync(item.Brand, cancellationToken);
        var found = await grains.GetGrain<ICustomerGrain>(GrainKeys.Of(item.Brand, item.Data["customer"])).GetAsync(cancellationToken);
        if (found.IsRefused) throw new InvalidOperationException("The message has no customer.");
        var customer = found.Value;
        var text = MessageTexts.Write(item.Data["template"], brand, item.Data, await SignUrlAsync(item, cancellationToken));

        if (customer.Mobile is { } mobile)
        {
            var number = cipher.Open(item.Brand, Field.Mobile, mobile);
            await SendAsync(item, MessageChannel.Sms, number, brand, text, cancellationToken);
            if (customer.WhatsAppOptIn) await SendAsync(item, MessageChannel.WhatsApp, number, brand, text, cancellationToken);
        }
        if (customer.Email is { } email)
            await SendAsync(item, MessageChannel.Email, cipher.Open(item.Brand, Field.Email, email), brand, text, cancellationToken);
    }

    /// <summary>The link is a key to the agreement, so it is looked up when the message goes out and kept nowhere else.</summary>
    private async Task<string?> SignUrlAsync(ClaimedItem item, CancellationToken cancellationToken)
    {
        if (item.Data["template"] != MessageTemplates.AgreementReady) return null;
        var loan = await grains.GetGrain<ILoanGrain>(GrainKeys.Of(item.Brand, item.Data["loan"])).GetAsync(cancellationToken);
        return loan.Value?.IssuedAgreement?.SignUrl;
    }

    private async Task SendAsync(
        ClaimedItem item, MessageChannel channel, string to, Brand brand, MessageText text, CancellationToken cancellationToken)
    {
        var answer = await provider.SendAsync(
            new OutgoingMessage($"{item.Brand}:{item.Key}:{channel}", channel, to, brand.Name, channel is MessageChannel.Email ? text.Subject : null, text.Text),
            cancellationToken);

        // A number that cannot be reached today cannot be reached by trying again; the other channels still go out.
        if (!answer.Accepted) LogRefused(item.Key, channel, answer.Refusal.Code);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Message {Key} by {Channel} was refused: {Code}")]
    private partial void LogRefused(string key, MessageChannel channel, string code);
}
