using Lending.Domain;
using static Lending.Data.Columns<Lending.Data.PaymentRow>;

namespace Lending.Data;

/// <summary>Where a payment stands: recorded by hand and waiting, booked, turned down, or booked and taken back.</summary>
public static class PaymentStates
{
    public const string Proposed = "proposed";
    public const string Received = "received";
    public const string Rejected = "rejected";
    public const string Reversed = "reversed";
}

/// <summary>A payment of a loan, from its proposal or its arrival on.</summary>
public sealed record PaymentRow(
    string Brand, string Loan, string Id, string State, Money Amount, string Channel, string Reference, DateOnly ReceivedOn, DateOnly? BookedOn,
    Money Penalty, Money Fee, Money Interest, Money Principal, Money Advance, string? Note, string? ProposedBy, int Version, DateTimeOffset RecordedAt)
{
    private static readonly Column<PaymentRow>[] Columns =
    [
        OfBrand(row => row.Brand),
        Text("loan", row => row.Loan),
        Text("id", row => row.Id),
        Text("state", row => row.State),
        Text("currency", row => row.Amount.Currency.Code),
        Long("amount", row => row.Amount.Minor),
        Text("channel", row => row.Channel),
        Text("reference", row => row.Reference),
        Date("received_on", row => row.ReceivedOn),
        DateOrNull("booked_on", row => row.BookedOn),
        Long("penalty", row => row.Penalty.Minor),
        Long("fee", row => row.Fee.Minor),
        Long("interest", row => row.Interest.Minor),
        Long("principal", row => row.Principal.Minor),
        Long("advance", row => row.Advance.Minor),
        Text("note", row => row.Note),
        Text("proposed_by", row => row.ProposedBy),
        Int("version", row => row.Version),
        Instant("recorded_at", row => row.RecordedAt),
    ];

    internal static readonly Table<PaymentRow> Table = new("payment", 3, Columns);

    /// <summary>What taking a payment back changes of its row; who recorded it by hand, with which note and for which day, stays.</summary>
    internal static readonly Table<PaymentRow> TakenBack =
        new("payment", 3, [.. Columns.Where(static (column, i) => i < 3 || column.Name is "state" or "version" or "recorded_at")]);

    /// <summary>What money comes to that lowers the principal at once or counts from an earlier day: the loan around it tells, not its own allocations.</summary>
    internal PaymentRow With(PaymentParts parts) => this with { Penalty = parts.Penalty, Fee = parts.Fees, Interest = parts.Interest, Principal = parts.Principal };

    /// <summary>The row as it stands once this one was written over the one before.</summary>
    internal PaymentRow Over(PaymentRow? before) =>
        State == PaymentStates.Reversed && before is not null ? before with { State = State, Version = Version, RecordedAt = RecordedAt } : this;
}
