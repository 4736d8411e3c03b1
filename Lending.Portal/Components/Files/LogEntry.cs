namespace Lending.Portal.Components;

/// <summary>One field before and after, both masked where the field is.</summary>
public sealed record LogChange(string Field, string? Before, string? After);

/// <summary>One line of a record's log.</summary>
public sealed record LogEntry(DateTimeOffset At, string Actor, string Action, string? Reference, IReadOnlyList<LogChange> Changes);
