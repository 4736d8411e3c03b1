using Lending.Data;

namespace Lending.Portal.PaymentLinks;

/// <summary>The state code of a payment link that the badge draws.</summary>
public static class LinkLooks
{
    public static string Of(LinkState state) => state switch
    {
        LinkState.Requested => "link requested",
        LinkState.Open => "link open",
        LinkState.Paid => "paid",
        LinkState.Expired => "expired",
        LinkState.Refused => "link refused",
    };
}
