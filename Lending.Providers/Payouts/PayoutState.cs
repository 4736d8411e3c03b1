namespace Lending.Providers.Payouts;

/// <summary>Where a payout stands. Succeeded and failed are final.</summary>
public enum PayoutState
{
    Accepted,
    Processing,
    Succeeded,
    Failed,
}
