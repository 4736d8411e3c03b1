namespace Lending.Providers.Mandates;

/// <summary>How a debit stands. Paid and failed are final.</summary>
public enum DebitState
{
    Announced,
    Presented,
    Paid,
    Failed,
}
