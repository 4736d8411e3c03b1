namespace Lending.Portal.Proposals;

/// <summary>What the form of a payment recorded by hand holds; also its draft. Amount in minor units. PaymentId stays the same for a retry.</summary>
public sealed record PaymentForm(string PaymentId, long? Amount = null, string Channel = "Cash", string? Reference = null, DateOnly? ReceivedOn = null, string? Note = null)
{
    public static readonly string[] Channels = ["Cash", "Cheque", "NEFT", "UPI"];

    public static PaymentForm New(DateOnly today) => new(Guid.CreateVersion7().ToString(), ReceivedOn: today);
}
