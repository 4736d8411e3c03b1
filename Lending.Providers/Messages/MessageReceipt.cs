namespace Lending.Providers.Messages;

/// <summary>The provider took the message. Whether a person reads it, nobody knows.</summary>
public sealed record MessageReceipt(string MessageId, string ProviderReference, DateTimeOffset AcceptedAt);
