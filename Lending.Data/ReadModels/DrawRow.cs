using System.Collections.Immutable;
using Lending.Domain;
using static Lending.Data.Columns<Lending.Data.DrawRow>;

namespace Lending.Data;

/// <summary>Where a draw stands: asked for, on its way to the bank, paid, failed by the bank, or turned down.</summary>
public static class DrawStates
{
    public const string Requested = "requested";
    public const string Approved = "approved";
    public const string Paid = "paid";
    public const string Failed = "failed";
    public const string Returned = "returned";
}

/// <summary>A draw from a line. Note is why it failed or was turned down.</summary>
public sealed record DrawRow(
    string Brand, string Loan, LineDraw Draw, string State, string? ProviderReference, DateOnly? PaidOn, string? Note, int Version, DateTimeOffset RecordedAt)
{
    internal static readonly Table<DrawRow> Table = new("line_draw", 3,
        OfBrand(row => row.Brand),
        Text("loan", row => row.Loan),
        Int("number", row => row.Draw.Number),
        Text("id", row => row.Draw.DrawId),
        Text("state", row => row.State),
        Text("currency", row => row.Draw.Amount.Currency.Code),
        Long("amount", row => row.Draw.Amount.Minor),
        Long("charges", row => (row.Draw.Amount - row.Draw.Net).Minor),
        Long("net", row => row.Draw.Net.Minor),
        Text("channel", row => row.Draw.Channel),
        Date("asked_on", row => row.Draw.On),
        Text("asked_by", row => row.Draw.By),
        Text("approved_by", row => row.Draw.ApprovedBy),
        Text("reference", row => row.Draw.Reference),
        Text("provider_reference", row => row.ProviderReference),
        DateOrNull("paid_on", row => row.PaidOn),
        Text("note", row => row.Note),
        Int("version", row => row.Version),
        Instant("recorded_at", row => row.RecordedAt));

    /// <summary>The draws that some events of a line ask for, approve, pay or end.</summary>
    public static ImmutableArray<DrawRow> Of(string brand, string id, Loan before, Loan after, IEnumerable<LoanEvent> events, DateTimeOffset at)
    {
        if (after.Line is null) return [];
        var draws = (before.Line?.Draws ?? []).Concat(before.Line?.CalledFailed ?? []).ToDictionary(draw => draw.Number);
        var rows = new Dictionary<int, DrawRow>();
        var version = before.Version;
        foreach (var @event in events)
        {
            version++;
            switch (@event)
            {
                case LineDrawRequested e:
                    draws[e.Number] = LineDraw.Of(e);
                    Set(e.Number, DrawStates.Requested);
                    break;
                case LineDrawApproved e:
                    draws[e.Number] = draws[e.Number] with { Reference = e.Reference, ApprovedBy = e.By };
                    Set(e.Number, DrawStates.Approved);
                    break;
                case LineDrawReturned e: Set(e.Number, DrawStates.Returned, note: e.Reason); break;
                case LineDrawFailed e: Set(e.Number, DrawStates.Failed, note: e.Reason); break;
                case LineDrawPaid e: Set(e.Number, DrawStates.Paid, e.ProviderReference, e.On); break;
                default: break;
            }
        }

        return [.. rows.Values];

        void Set(int number, string state, string? providerReference = null, DateOnly? paidOn = null, string? note = null) =>
            rows[number] = new(brand, id, draws[number], state, providerReference, paidOn, note, version, at);
    }
}
