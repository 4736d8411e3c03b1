namespace Lending.Data;

/// <summary>Something stored that does not follow from the journal. Version is the event at fault, or the record's last one.</summary>
public sealed record Finding(string Brand, string RecordId, int Version, string What);

/// <summary>How far a walk through the journal is.</summary>
public sealed record WalkProgress(string Brand, int Records, long Events);
