using System.Collections.Immutable;
using Lending.Domain;
using static Lending.Data.Columns<Lending.Data.ChangeRow>;

namespace Lending.Data;

/// <summary>Where a change of a loan stands: asked for, made, or turned down.</summary>
public static class ChangeStates
{
    public const string Proposed = "proposed";
    public const string Made = "made";
    public const string Rejected = "rejected";
}

/// <summary>A change of a loan, from its proposal on. Kind is its code; Note is of the one who asked, Reason of the one who turned it down. The change itself is the journal's.</summary>
public sealed record ChangeRow(
    string Brand, string Loan, string Id, string Kind, string State, DateOnly On, string? Note, string? Reason, string? AskedBy, string? DecidedBy, int Version,
    DateTimeOffset RecordedAt)
{
    internal static readonly Table<ChangeRow> Table = new("loan_change", 3,
        OfBrand(row => row.Brand),
        Text("loan", row => row.Loan),
        Text("id", row => row.Id),
        Text("kind", row => row.Kind),
        Text("state", row => row.State),
        Date("on_day", row => row.On),
        Text("note", row => row.Note),
        Text("reason", row => row.Reason),
        Text("asked_by", row => row.AskedBy),
        Text("decided_by", row => row.DecidedBy),
        Int("version", row => row.Version),
        Instant("recorded_at", row => row.RecordedAt));

    /// <summary>The changes that some events of a loan propose, make or turn down.</summary>
    public static ImmutableArray<ChangeRow> Of(string brand, string id, Loan before, IEnumerable<LoanEvent> events, DateTimeOffset at)
    {
        var rows = new Dictionary<string, ChangeRow>(StringComparer.Ordinal);
        var waiting = before.ProposedChange;
        var version = before.Version;
        foreach (var @event in events)
        {
            version++;
            switch (@event)
            {
                case LoanChangeProposed e:
                    waiting = new(e.ChangeId, e.Change, e.On, e.Note, e.By);
                    rows[e.ChangeId] = Waiting(waiting, ChangeStates.Proposed);
                    break;
                case LoanChangeRejected e when waiting?.ChangeId == e.ChangeId:
                    rows[e.ChangeId] = Waiting(waiting, ChangeStates.Rejected) with { Reason = e.Reason };
                    waiting = null;
                    break;
                case LoanChanged e:
                    // One that nobody approves is made while another one goes on waiting.
                    var asked = waiting?.ChangeId == e.ChangeId ? waiting : null;
                    rows[e.ChangeId] = new(
                        brand, id, e.ChangeId, ChangeKinds.CodeOf(e.Change), ChangeStates.Made, e.On, asked?.Note, null, asked?.By, e.By, version, at);
                    if (asked is not null) waiting = null;
                    break;
                case PaymentReceived { Effect: not null } e when waiting?.Change is PartPrepayment prepayment && prepayment.PaymentId == e.PaymentId:
                    // A prepayment is booked as the payment it is.
                    rows[waiting.ChangeId] = Waiting(waiting, ChangeStates.Made);
                    waiting = null;
                    break;
                default:
                    break;
            }
        }

        return [.. rows.Values];

        ChangeRow Waiting(ProposedChange change, string state) => new(
            brand, id, change.ChangeId, ChangeKinds.CodeOf(change.Change), state, change.On, change.Note, null, change.By, null, version, at);
    }
}
