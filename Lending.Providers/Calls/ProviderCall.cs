namespace Lending.Providers.Calls;

/// <summary>One call to a third party as it is kept: never a body, a name, a number or an address.</summary>
/// <param name="RequestId">Sent as <c>X-Request-Id</c>, the same for every attempt of the call.</param>
/// <param name="Operation">A fixed word such as <c>check</c> or <c>send</c>, never a value.</param>
/// <param name="Status">The last HTTP status, or null when no answer came.</param>
/// <param name="LatencyMs">From the first attempt to the last answer, waits between attempts included.</param>
/// <param name="TraceId">The trace the call belongs to, when there is one.</param>
public sealed record ProviderCall(
    string RequestId,
    Capability Capability,
    string Operation,
    DateTimeOffset StartedAt,
    int? Status,
    int Attempts,
    long LatencyMs,
    ProviderCallOutcome Outcome,
    string? TraceId);
