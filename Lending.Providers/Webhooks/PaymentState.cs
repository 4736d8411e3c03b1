namespace Lending.Providers.Webhooks;

/// <summary>How one try to pay ended.</summary>
public enum PaymentState
{
    Paid,
    Failed,
}
