namespace Sandbox.Mandates;

/// <summary>One debit under a mandate: announced, then presented for as much or less, then paid or failed.</summary>
internal sealed record Debit(
    string ClientReference, string MandateReference, DebitOrder Order, DebitState State, DateTimeOffset AnnouncedAt, DateTimeOffset ChangedAt,
    long? PresentedMinor = null, string? PaymentReference = null, string? Utr = null, string? FailureCode = null, string? FailureReason = null)
{
    internal bool IsFinal => State is DebitState.Paid or DebitState.Failed;

    internal long AmountMinor => PresentedMinor ?? Order.AmountMinor;
}

/// <summary>Paid and failed are final.</summary>
internal enum DebitState
{
    Announced,
    Presented,
    Paid,
    Failed,
}

/// <summary>What is to be debited, and when.</summary>
internal sealed record DebitOrder(string ClientReference, string MandateReference, long AmountMinor, string Currency, DateOnly DebitOn);
