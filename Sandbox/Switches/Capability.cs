namespace Sandbox.Switches;

/// <summary>A third party that can be told to misbehave.</summary>
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
