namespace Sandbox.Messages;

/// <summary>A message as it arrived on a phone or in a mailbox.</summary>
internal sealed record Message(
    string MessageId, string Channel, string To, string Sender, string? Subject, string Text, DateTimeOffset ReceivedAt, string RequestHash);
