namespace Lending.Providers.Mandates;

/// <summary>Where a mandate stands at the provider. All but pending and active are final.</summary>
public enum MandateStatus
{
    Pending,
    Active,
    Declined,
    Revoked,
    Expired,
    Cancelled,
}
