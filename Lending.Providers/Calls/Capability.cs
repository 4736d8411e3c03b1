namespace Lending.Providers.Calls;

/// <summary>What a third party does for a lender. The name is also the configuration section: <c>Providers:Pan</c>.</summary>
public enum Capability
{
    Pan,
    Aadhaar,
    Bureau,
    BankAccounts,
    Payouts,
    PaymentLinks,
    Mandates,
    ESign,
    Messages,
}
