namespace Lending.Domain;

/// <summary>A call to a third party as it is kept: no body, no name, no number. Status is the last HTTP status, null when none came.</summary>
public sealed record ProviderCallEntry(
    string RequestId, string Capability, string Operation, DateTimeOffset StartedAt, int? Status, int Attempts, long LatencyMs, string Outcome, string? TraceId);
