namespace Sandbox.PaymentLinks;

/// <summary>A page that takes one payment.</summary>
internal sealed record PaymentLink(
    string ClientReference,
    string RequestHash,
    string ProviderReference,
    PaymentOrder Order,
    PaymentLinkState State,
    DateTimeOffset CreatedAt,
    Payment[] Tries)
{
    internal Payment? Paid => Tries.FirstOrDefault(payment => payment.State is PaymentState.Paid);
}

/// <summary>A failed try leaves a link open.</summary>
internal enum PaymentLinkState
{
    Open,
    Paid,
    Expired,
    Cancelled,
}

/// <summary>One try to pay.</summary>
internal sealed record Payment(
    string PaymentReference, PaymentState State, int Sequence, string Method, DateTimeOffset At, string? Utr, string? FailureCode, string? FailureReason);

/// <summary>How a try ended.</summary>
internal enum PaymentState
{
    Paid,
    Failed,
}

/// <summary>What is to be paid.</summary>
internal sealed record PaymentOrder(
    string ClientReference, long AmountMinor, string Currency, string Description, string PayerName, string? PayerMobile,
    DateTimeOffset ExpiresAt, Uri? ReturnUrl, Uri? CallbackUrl);
