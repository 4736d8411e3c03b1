using System.Collections.Immutable;
using Lending.Domain;
using static Lending.Data.Columns<Lending.Data.StatementRow>;

namespace Lending.Data;

/// <summary>A statement of a line as it was made; nothing changes it afterwards.</summary>
public sealed record StatementRow(string Brand, string Loan, LineStatementMade Made, int Version, DateTimeOffset RecordedAt)
{
    internal static readonly Table<StatementRow> Table = new("line_statement", 3,
        OfBrand(row => row.Brand),
        Text("loan", row => row.Loan),
        Int("number", row => row.Made.Cycle.Number),
        Date("from_day", row => row.Made.Cycle.From),
        Date("made_on", row => row.Made.Cycle.StatementOn),
        Date("due_on", row => row.Made.Cycle.Due),
        Date("pay_by", row => row.Made.Cycle.PayBy),
        Text("currency", row => row.Made.Closing.Currency.Code),
        Long("opening", row => row.Made.Sums.Opening.Minor),
        Long("drawn", row => row.Made.Sums.Drawn.Minor),
        Long("interest", row => row.Made.Sums.Interest.Minor),
        Long("penalty", row => row.Made.Sums.Penalty.Minor),
        Long("paid", row => row.Made.Sums.Paid.Minor),
        Long("adjusted", row => row.Made.Adjusted.Minor),
        Long("closing", row => row.Made.Closing.Minor),
        Long("asked_principal", row => row.Made.Principal.Minor),
        Long("asked_interest", row => row.Made.Interest.Minor),
        Long("overdue", row => row.Made.Overdue.Minor),
        Long("credit_limit", row => row.Made.Limit.Minor),
        Long("available", row => row.Made.Available.Minor),
        Int("version", row => row.Version),
        Instant("recorded_at", row => row.RecordedAt));

    /// <summary>The statements among some events of a line.</summary>
    public static ImmutableArray<StatementRow> Of(string brand, string id, Loan before, Loan after, IEnumerable<LoanEvent> events, DateTimeOffset at) => after.Line is null
        ? []
        : [.. events.Select((@event, i) => (@event, version: before.Version + i + 1)).Where(dated => dated.@event is LineStatementMade)
            .Select(dated => new StatementRow(brand, id, (LineStatementMade)dated.@event, dated.version, at))];
}
