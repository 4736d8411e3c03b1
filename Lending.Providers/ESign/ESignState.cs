namespace Lending.Providers.ESign;

/// <summary>Where a signature stands. All but requested and viewed are final.</summary>
public enum ESignState
{
    Requested,
    Viewed,
    Signed,
    Declined,
    Expired,
    Cancelled,
}
