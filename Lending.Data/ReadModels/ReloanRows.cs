using System.Collections.Immutable;
using System.Text.Json;
using Lending.Domain;
using static Lending.Data.Columns<Lending.Data.ReloanCheckRow>;
using OfferColumns = Lending.Data.Columns<Lending.Data.ReloanOfferRow>;

namespace Lending.Data;

/// <summary>A check for another loan as it was made; nothing changes it afterwards.</summary>
public sealed record ReloanCheckRow(string Brand, string Loan, string CustomerId, ReloanChecked Made, int Version, DateTimeOffset RecordedAt)
{
    internal static readonly Table<ReloanCheckRow> Table = new("reloan_check", 3,
        OfBrand(row => row.Brand),
        Text("loan", row => row.Loan),
        Int("number", row => row.Made.Number),
        Text("customer_id", row => row.CustomerId),
        Date("on_day", row => row.Made.On),
        Text("checked_by", row => row.Made.By),
        Flag("eligible", row => row.Made.Offer is not null),
        Json("findings", row => JsonSerializer.Serialize(row.Made.Findings, JournalJson.Options)),
        Int("version", row => row.Version),
        Instant("recorded_at", row => row.RecordedAt));
}

/// <summary>An offer of another loan as it stands. Version and RecordedAt are of the last event that changed it.</summary>
public sealed record ReloanOfferRow(string Brand, string Loan, string CustomerId, string ProductCode, ReloanStanding Standing, int Version, DateTimeOffset RecordedAt)
{
    internal static readonly Table<ReloanOfferRow> Table = new("reloan_offer", 3,
        OfferColumns.OfBrand(row => row.Brand),
        OfferColumns.Text("loan", row => row.Loan),
        OfferColumns.Int("number", row => row.Standing.Number),
        OfferColumns.Text("customer_id", row => row.CustomerId),
        OfferColumns.Text("product_code", row => row.ProductCode),
        OfferColumns.Text("currency", row => row.Standing.Offer!.Amount.Currency.Code),
        OfferColumns.Long("previous", row => row.Standing.Offer!.Previous.Minor),
        OfferColumns.Long("amount", row => row.Standing.Offer!.Amount.Minor),
        OfferColumns.Int("tenure", row => row.Standing.Offer!.Tenure),
        OfferColumns.Date("valid_until", row => row.Standing.Offer!.Until),
        OfferColumns.Text("state", row => row.Standing.State!.Value.ToString()),
        OfferColumns.Text("ending", row => row.Standing.Ending?.ToString()),
        OfferColumns.DateOrNull("decided_on", row => row.Standing.DecidedOn),
        OfferColumns.Text("decided_by", row => row.Standing.DecidedBy),
        OfferColumns.Text("reason", row => row.Standing.Reason),
        OfferColumns.Text("application", row => row.Standing.Application),
        OfferColumns.LongOrNull("taken", row => row.Standing.Taken?.Minor),
        OfferColumns.Int("version", row => row.Version),
        OfferColumns.Instant("recorded_at", row => row.RecordedAt));
}

/// <summary>What some events of a loan change in the checks and offers of another one; nothing for most.</summary>
public sealed record ReloanRows(ImmutableArray<ReloanCheckRow> Checks, ReloanOfferRow? Offer)
{
    public static readonly ReloanRows None = new([], null);

    public static ReloanRows Of(string brand, string id, Loan before, Loan after, IEnumerable<LoanEvent> events, DateTimeOffset at)
    {
        if (after.Reloan is not { } standing || standing == before.Reloan) return None;
        var checks = events.Select((@event, i) => (@event, version: before.Version + i + 1)).Where(dated => dated.@event is ReloanChecked)
            .Select(dated => new ReloanCheckRow(brand, id, after.CustomerId, (ReloanChecked)dated.@event, dated.version, at));
        return new([.. checks], standing.Offer is null ? null : new(brand, id, after.CustomerId, after.ProductCode, standing, after.Version, at));
    }
}
