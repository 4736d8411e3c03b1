namespace Lending.Providers.PaymentLinks;

/// <summary>Where a payment link stands. A failed try leaves it open.</summary>
public enum PaymentLinkState
{
    Open,
    Paid,
    Expired,
    Cancelled,
}
