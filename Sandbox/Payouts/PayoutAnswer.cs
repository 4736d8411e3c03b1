namespace Sandbox.Payouts;

/// <summary>A payout as it is told to the one who ordered it.</summary>
internal sealed record PayoutAnswer(
    string ClientReference, string ProviderReference, PayoutState State, long AmountMinor, string Currency,
    string? Utr, string? FailureCode, string? FailureReason)
{
    internal static PayoutAnswer From(Payout payout) => new(
        payout.ClientReference, payout.ProviderReference, payout.State, payout.Order.AmountMinor, payout.Order.Currency,
        payout.Utr, payout.FailureCode, payout.FailureReason);
}

/// <summary>The same in a webhook.</summary>
internal sealed record PayoutNews(
    string EventId, DateTimeOffset OccurredAt, int Sequence, string ClientReference, string ProviderReference, PayoutState State,
    long AmountMinor, string Currency, string? Utr, string? FailureCode, string? FailureReason);
