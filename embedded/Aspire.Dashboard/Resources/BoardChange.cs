namespace Aspire.Dashboard.Embedded;

/// <summary>What changed on a <see cref="ResourceBoard"/>.</summary>
public enum BoardChangeKind { Resource, Console }

/// <summary>A change of one resource: its snapshot or its console.</summary>
public readonly record struct BoardChange(BoardChangeKind Kind, string Resource);
