using Lending.Domain;

namespace Lending.Data;

/// <summary>Checks one record's chain and ledger against its own events. Pure; the first thing wrong is what it answers.</summary>
internal static class RecordCheck
{
    public static Finding? Run(string brand, string id, IReadOnlyList<StoredEvent> events, IReadOnlyList<StoredPosting> postings) =>
        Chain(brand, id, events) ?? Books(brand, id, events, postings);

    private static Finding? Chain(string brand, string id, IReadOnlyList<StoredEvent> events)
    {
        var previous = HashChain.Start.AsSpan();
        for (var i = 0; i < events.Count; i++)
        {
            var (stored, version) = (events[i], i + 1);
            if (stored.Entry.Version != version) return new(brand, id, version, "the event is missing");
            if (stored.Entry.Stream != StreamNames.Of(brand, id)) return new(brand, id, version, "the event belongs to another record");
            if (!stored.PreviousHash.AsSpan().SequenceEqual(previous)) return new(brand, id, version, "the chain does not continue the event before");
            if (!IsWhatWasHashed(stored, previous))
                return new(brand, id, version, "the event is not what was hashed");
            previous = stored.Hash;
        }

        return null;
    }

    private static bool IsWhatWasHashed(StoredEvent stored, ReadOnlySpan<byte> previous) =>
        HashChain.Next(previous, stored.Entry).AsSpan().SequenceEqual(stored.Hash)
        || HashChain.NextOfEarlyDays(previous, stored.Entry).AsSpan().SequenceEqual(stored.Hash);

    private static Finding? Books(string brand, string id, IReadOnlyList<StoredEvent> events, IReadOnlyList<StoredPosting> postings)
    {
        var loan = Loan.None;
        var at = 0;
        var sums = new Dictionary<string, long>();
        foreach (var stored in events)
        {
            if (JournalJson.FactOf(stored.Entry.Type, stored.Entry.Payload) is not LoanEvent @event) break;
            foreach (var expected in LoanPostings.Of(loan, @event))
            {
                if (at >= postings.Count || postings[at].Version != stored.Entry.Version || postings[at].Posting != expected
                    || postings[at].BusinessDate != stored.Entry.BusinessDate)
                    return new(brand, id, stored.Entry.Version, "the ledger lines are not those the event books");
                sums[expected.Account.Number] = sums.GetValueOrDefault(expected.Account.Number) + expected.Debit.Minor - expected.Credit.Minor;
                at++;
            }

            loan = LoanEvolution.Evolve(loan, @event);
        }

        if (at < postings.Count) return new(brand, id, postings[at].Version, "the ledger has lines that no event books");
        return LoanBalances.Of(loan).Where(balance => sums.GetValueOrDefault(balance.Number) != balance.Minor)
            .Select(balance => new Finding(brand, id, loan.Version, $"the ledger's balance of {Accounts.For(balance.Purpose).Name} is not the loan's"))
            .FirstOrDefault();
    }
}
