namespace Lending.Providers.Payouts;

/// <summary>How the money travels.</summary>
public enum PayoutRail
{
    Imps,
    Neft,
    Upi,
}
