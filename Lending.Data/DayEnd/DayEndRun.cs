namespace Lending.Data;

/// <summary>Where the closing of a day stands.</summary>
public enum DayEndState { Requested, Running, Done, Failed, Cancelled }

/// <summary>The closing of one business date of one Brand. Total counts the loans to close, Done and Failed those dealt with.</summary>
public sealed record DayEndRun(
    string Brand, DateOnly Date, DayEndState State, string RequestedBy, DateTimeOffset RequestedAt, int Total, int Done, int Failed,
    string? Worker, DateTimeOffset? HeartbeatAt, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt);

/// <summary>A loan that could not be closed, with a refusal code or an exception's type as the reason.</summary>
public sealed record DayEndFailure(string LoanId, string Reason, DateTimeOffset FailedAt);
