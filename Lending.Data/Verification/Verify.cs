using System.Data;

namespace Lending.Data;

/// <summary>What a verification looked at, and the first thing it found wrong, if any.</summary>
public sealed record VerifyReport(int Brands, int Records, long Events, long Postings, Finding? First)
{
    public bool IsSound => First is null;
}

/// <summary>
/// Walks every chain, replays every record, books every event again and compares: hashes, ledger lines, balances and read models. Reads
/// one snapshot per Brand, so it may run while work goes on; memory does not grow with the journal.
/// </summary>
public sealed class Verify(LendingDatabase database, Brands brands, Products products, FieldCipher cipher)
{
    public async Task<VerifyReport> RunAsync(IProgress<WalkProgress>? progress, CancellationToken cancellationToken)
    {
        var report = new VerifyReport(0, 0, 0, 0, null);
        foreach (var brand in await brands.ListAsync(cancellationToken))
        {
            report = await OfBrandAsync(brand.Code, report with { Brands = report.Brands + 1 }, progress, cancellationToken);
            if (!report.IsSound) break;
        }

        return report;
    }

    private async Task<VerifyReport> OfBrandAsync(string brand, VerifyReport sofar, IProgress<WalkProgress>? progress, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var walk = new JournalWalk(connection, brand);
        await walk.SetBrandAsync(cancellationToken);
        var replayer = new Replayer(products, cipher);
        var counts = new RowCounts();
        var after = "";
        while (await walk.NextAsync(after, cancellationToken) is { Count: > 0 } streams)
        {
            after = streams[^1];
            var events = await walk.EventsAsync(streams, cancellationToken);
            var postings = await walk.PostingsAsync(streams, cancellationToken);
            var states = await walk.StateVersionsAsync([.. streams.Select(StreamNames.IdOf)], cancellationToken);
            var page = new RebuiltRows();
            foreach (var stream in streams)
            {
                var (id, its, booked) = (StreamNames.IdOf(stream), events[stream].ToList(), postings[stream].ToList());
                if (RecordCheck.Run(brand, id, its, booked) is { } finding) return sofar with { First = finding };
                page.Add(await replayer.ReplayAsync(brand, id, its, states.TryGetValue(id, out var version) ? version : null, cancellationToken));
                counts.Events += its.Count;
                counts.Postings += booked.Count;
            }

            counts.Add(page, streams.Count);
            if (await page.FirstDifferingAsync(brand, walk, cancellationToken) is { } differing) return sofar with { First = differing };
            progress?.Report(new(brand, counts.Records, counts.Events));
        }

        return sofar with
        {
            Records = sofar.Records + counts.Records, Events = sofar.Events + counts.Events, Postings = sofar.Postings + counts.Postings,
            First = await counts.FirstExtraAsync(brand, walk, cancellationToken),
        };
    }

    /// <summary>Counts what was walked, to find rows that belong to no event.</summary>
    private sealed class RowCounts
    {
        private int _loans, _states, _instalments, _payments, _changes, _reloanChecks, _reloanOffers, _customers;

        public int Records { get; private set; }

        public long Events { get; set; }

        public long Postings { get; set; }

        public void Add(RebuiltRows page, int records)
        {
            Records += records;
            _loans += page.Loans.Count;
            _states += page.States.Count;
            _instalments += page.Instalments.Count;
            _payments += page.Payments.Count;
            _changes += page.Changes.Count;
            _reloanChecks += page.ReloanChecks.Count;
            _reloanOffers += page.ReloanOffers.Count;
            _customers += page.Customers.Count;
        }

        public async Task<Finding?> FirstExtraAsync(string brand, JournalWalk walk, CancellationToken cancellationToken)
        {
            (string Table, long Expected)[] tables =
            [
                ("journal", Events), ("posting", Postings), ("loan", _loans), ("loan_state", _states), ("instalment", _instalments), ("payment", _payments), ("loan_change", _changes),
                ("reloan_check", _reloanChecks), ("reloan_offer", _reloanOffers), ("customer", _customers),
            ];
            foreach (var (table, expected) in tables)
            {
                var found = await walk.CountAsync(table, cancellationToken);
                if (found != expected)
                    return new(brand, JournalNotice.Any, 0, $"{table} holds {found} rows where the walk through the journal counts {expected}");
            }

            return null;
        }
    }
}
