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
    public async Task HandleAsync(OutboxTask task, CancellationToken cancellationToken)
    {
        var brand = await brands.GetAsync(task.Brand, cancellationToken);
        var found = await grains.GetGrain<ICustomerGrain>(GrainKeys.Of(task.Brand, task.Item.Data["customer"])).GetAsync(cancellationToken);
        if (found.IsRefused) throw new InvalidOperationException("The message has no customer.");
        var customer = found.Value;
        var text = MessageTexts.Write(task.Item.Data["template"], brand, task.Item.Data, await SignUrlAsync(task, cancellationToken));

        if (customer.Mobile is { } mobile)
        {
            var number = cipher.Open(task.Brand, Field.Mobile, mobile);
            await SendAsync(task, MessageChannel.Sms, number, brand, text, cancellationToken);
            if (customer.WhatsAppOptIn) await SendAsync(task, MessageChannel.WhatsApp, number, brand, text, cancellationToken);
        }
        if (customer.Email is { } email)
            await SendAsync(task, MessageChannel.Email, cipher.Open(task.Brand, Field.Email, email), brand, text, cancellationToken);
    }

    /// <summary>The link is a key to the agreement, so it is looked up when the message goes out and kept nowhere else.</summary>
    private async Task<string?> SignUrlAsync(OutboxTask task, CancellationToken cancellationToken)
    {
        if (task.Item.Data["template"] != MessageTemplates.AgreementReady) return null;
        var loan = await grains.GetGrain<ILoanGrain>(GrainKeys.Of(task.Brand, task.Item.Data["loan"])).GetAsync(cancellationToken);
        return loan.Value?.IssuedAgreement?.SignUrl;
    }

    private async Task SendAsync(
        OutboxTask task, MessageChannel channel, string to, Brand brand, MessageText text, CancellationToken cancellationToken)
    {
        var answer = await provider.SendAsync(
            new OutgoingMessage($"{task.Brand}:{task.Item.Key}:{channel}", channel, to, brand.Name, channel is MessageChannel.Email ? text.Subject : null, text.Text),
            cancellationToken);

        // A number that cannot be reached today cannot be reached by trying again; the other channels still go out.
        if (!answer.Accepted) LogRefused(task.Item.Key, channel, answer.Refusal.Code);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Message {Key} by {Channel} was refused: {Code}")]
    private partial void LogRefused(string key, MessageChannel channel, string code);
}
