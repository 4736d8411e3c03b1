using Lending.Domain;
using Lending.Providers.Calls;
using Lending.Providers.Messages;

namespace Lending.Api.SignUp;

/// <summary>Sends a code by SMS or e-mail in the Brand's name.</summary>
public sealed class OtpMessages(MessageProvider messages)
{
    public async Task<ProviderRefusal?> SendAsync(Brand brand, Contact contact, string challengeId, string code, CancellationToken cancellationToken)
    {
        var isEmail = contact.Channel is MessageChannel.Email;
        var answer = await messages.SendAsync(
            new OutgoingMessage(
                $"otp-{challengeId}", contact.Channel, contact.Clear, brand.Name,
                isEmail ? $"Your {brand.Name} code" : null,
                $"{code} is your {brand.Name} code. It is valid for 5 minutes. Nobody from {brand.Name} will ever ask you for it."),
            cancellationToken);
        return answer.Refusal;
    }
}
