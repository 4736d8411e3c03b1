using System.Collections.Immutable;
using Lending.Domain;

namespace Lending.Data;

/// <summary>The rows that a record's events add up to. State is the one at the version at which it is stored, or the last one where there is no such version.</summary>
internal sealed record ReplayedRecord(
    LoanRow? Loan, LoanStateRow? State, CustomerRow? Customer, ImmutableArray<InstalmentRow> Instalments, ImmutableArray<PaymentRow> Payments, ImmutableArray<ChangeRow> Changes,
    LineRows Line)
{
    public ImmutableArray<ReloanCheckRow> ReloanChecks { get; init; } = [];

    public ImmutableArray<ReloanOfferRow> ReloanOffers { get; init; } = [];
}

/// <summary>Makes a record's rows again from all its events, command by command, as they were written.</summary>
internal sealed class Replayer(Products products, FieldCipher cipher)
{
    public async Task<ReplayedRecord> ReplayAsync(string brand, string id, IReadOnlyList<StoredEvent> events, int? stateVersion, CancellationToken cancellationToken)
    {
        var facts = events.Select(stored => JournalJson.FactOf(stored.Entry.Type, stored.Entry.Payload)).ToList();
        return facts[0] is CustomerEvent
            ? new(null, null, OfCustomer(brand, id, events, facts.Cast<CustomerEvent>()), [], [], [], LineRows.None)
            : await OfLoanAsync(brand, id, events, [.. facts.Cast<LoanEvent>()], stateVersion, cancellationToken);
    }

    private CustomerRow OfCustomer(string brand, string id, IReadOnlyList<StoredEvent> events, IEnumerable<CustomerEvent> facts) =>
        CustomerProjection.Of(brand, id, CustomerEvolution.Replay(facts), cipher, events[^1].Entry.RecordedAt, events[^1].Hash)
            with { RegisteredAt = events[0].Entry.RecordedAt };

    private async Task<ReplayedRecord> OfLoanAsync(
        string brand, string id, IReadOnlyList<StoredEvent> events, List<LoanEvent> facts, int? stateVersion, CancellationToken cancellationToken)
    {
        var loan = Loan.None;
        Loan? kept = null;
        LoanProduct? product = null;
        LoanRow? row = null;
        var payments = new Dictionary<string, PaymentRow>();
        var changes = new Dictionary<string, ChangeRow>();
        var draws = new Dictionary<int, DrawRow>();
        var statements = new List<StatementRow>();
        var checks = new List<ReloanCheckRow>();
        var offers = new Dictionary<int, ReloanOfferRow>();
        for (var first = 0; first < facts.Count;)
        {
            var last = first;
            while (last + 1 < facts.Count && events[last + 1].Entry.CommandId == events[first].Entry.CommandId) last++;
            var before = loan;
            for (var i = first; i <= last; i++)
            {
                loan = LoanEvolution.Evolve(loan, facts[i]);
                if (loan.Version == stateVersion) kept = loan;
            }

            product ??= await products.FindAsync(brand, loan.ProductCode, loan.ProductVersion, cancellationToken);

            var entry = events[last].Entry;
            var rows = LoanProjection.Of(
                brand, id, before, loan, facts.GetRange(first, last - first + 1), product, entry.BusinessDate, entry.RecordedAt, events[last].Hash);
            row = row is null ? rows.Loan : rows.Loan with
            {
                StatusSince = rows.Loan.StatusSince ?? row.StatusSince,
                SanctionedOn = rows.Loan.SanctionedOn ?? row.SanctionedOn,
                StartedAt = row.StartedAt,
            };
            foreach (var payment in rows.Payments) payments[payment.Id] = payment.Over(payments.GetValueOrDefault(payment.Id));
            foreach (var change in rows.Changes) changes[change.Id] = change;
            foreach (var draw in rows.Line.Draws) draws[draw.Draw.Number] = draw;
            statements.AddRange(rows.Line.Statements);
            checks.AddRange(rows.Reloan.Checks);
            if (rows.Reloan.Offer is { } offer) offers[offer.Standing.Number] = offer;
            first = last + 1;
        }

        return new(row, new(brand, id, kept ?? loan), null, [.. InstalmentRow.Shown(loan).Select(instalment => InstalmentRow.Of(brand, id, instalment))], [.. payments.Values],
            [.. changes.Values], new(CreditLineRow.Of(brand, id, loan), [.. draws.Values], [.. statements]))
        {
            ReloanChecks = [.. checks], ReloanOffers = [.. offers.Values],
        };
    }
}
