using Lending.Providers.Calls;

namespace Lending.Providers.Messages;

/// <summary>A message to one person.</summary>
/// <param name="MessageId">Ours; the same id is never sent twice.</param>
/// <param name="To">A phone number in E.164, or an e-mail address.</param>
/// <param name="Sender">Who it comes from, such as the Brand's name.</param>
/// <param name="Subject">For e-mail only.</param>
public sealed record OutgoingMessage(
    string MessageId, MessageChannel Channel, string To, string Sender, string? Subject, string Text)
{
    public override string ToString() => $"{nameof(OutgoingMessage)} {MessageId} {Channel} {Mask.Tail(To)}";
}
