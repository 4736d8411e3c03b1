namespace Sandbox.Payouts;

/// <summary>A payout the bank took.</summary>
/// <param name="Sequence">Rises with each state.</param>
internal sealed record Payout(
    string ClientReference,
    string RequestHash,
    string ProviderReference,
    PayoutOrder Order,
    PayoutState State,
    int Sequence,
    DateTimeOffset AcceptedAt,
    DateTimeOffset ChangedAt,
    string? Utr = null,
    string? FailureCode = null,
    string? FailureReason = null)
{
    internal bool IsFinal => State is PayoutState.Succeeded or PayoutState.Failed;
}

/// <summary>Succeeded and failed are final.</summary>
internal enum PayoutState
{
    Accepted,
    Processing,
    Succeeded,
    Failed,
}
