namespace Lending.Providers.Messages;

/// <summary>How a message reaches a person.</summary>
public enum MessageChannel
{
    Sms,
    WhatsApp,
    Email,
}
