namespace Lending.Data;

/// <summary>What walking one record's chain came to. First is the first thing wrong, or null.</summary>
public sealed record RecordReport(int Events, int Postings, Finding? First)
{
    public bool IsSound => First is null;
}

/// <summary>Walks the chain of one record: hashes, order, and the ledger lines its events book. What <see cref="Verify"/> does for all of them.</summary>
public sealed class RecordVerification(LendingDatabase database)
{
    public async Task<RecordReport> RunAsync(string brand, string id, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        var walk = new JournalWalk(connection, brand);
        await walk.SetBrandAsync(cancellationToken);
        var stream = StreamNames.Of(brand, id);
        var events = (await walk.EventsAsync([stream], cancellationToken))[stream].ToList();
        var postings = (await walk.PostingsAsync([stream], cancellationToken))[stream].ToList();
        return new(events.Count, postings.Count, events.Count == 0 ? null : RecordCheck.Run(brand, id, events, postings));
    }
}
