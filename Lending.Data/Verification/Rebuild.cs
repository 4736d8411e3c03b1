namespace Lending.Data;

/// <summary>What a rebuild went through, and how many rows it had to put right; zero when the read models were true.</summary>
public sealed record RebuildReport(int Brands, int Records, long Events, long RowsChanged);

/// <summary>
/// Makes the read models again from the journal, in place. Each page of records is locked first, so that it may run while work goes on:
/// a command to one of them waits for the page and then continues from the corrected row.
/// </summary>
public sealed class Rebuild(LendingDatabase database, Brands brands, Products products, FieldCipher cipher)
{
    public async Task<RebuildReport> RunAsync(IProgress<WalkProgress>? progress, CancellationToken cancellationToken)
    {
        var report = new RebuildReport(0, 0, 0, 0);
        foreach (var brand in await brands.ListAsync(cancellationToken))
            report = await OfBrandAsync(brand.Code, report with { Brands = report.Brands + 1 }, progress, cancellationToken);
        return report;
    }

    private async Task<RebuildReport> OfBrandAsync(string brand, RebuildReport report, IProgress<WalkProgress>? progress, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        var walk = new JournalWalk(connection, brand);
        var replayer = new Replayer(products, cipher);
        var after = "";
        while (true)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await walk.SetBrandAsync(cancellationToken);
            var streams = await walk.NextAsync(after, cancellationToken);
            if (streams.Count == 0) return report;
            after = streams[^1];

            // Writers append to the journal first and touch these rows last, so whoever is not seen below waits here and writes after us.
            string[] ids = [.. streams.Select(StreamNames.IdOf)];
            await walk.ListAsync("SELECT id FROM loan WHERE brand = $1 AND id = ANY($2) ORDER BY id FOR UPDATE", [brand, ids], row => 0, cancellationToken);
            await walk.ListAsync("SELECT id FROM customer WHERE brand = $1 AND id = ANY($2) ORDER BY id FOR UPDATE", [brand, ids], row => 0, cancellationToken);

            var events = await walk.EventsAsync(streams, cancellationToken);
            var states = await walk.StateVersionsAsync(ids, cancellationToken);
            var page = new RebuiltRows();
            foreach (var (stream, id) in streams.Zip(ids))
                page.Add(await replayer.ReplayAsync(brand, id, [.. events[stream]], states.TryGetValue(id, out var version) ? version : null, cancellationToken));
            var changed = await page.CorrectAsync(walk, cancellationToken);
            await transaction.CommitAsync(cancellationToken);

            report = report with
            {
                Records = report.Records + streams.Count, Events = report.Events + events.Sum(its => its.Count()), RowsChanged = report.RowsChanged + changed,
            };
            progress?.Report(new(brand, report.Records, report.Events));
        }
    }
}
