using System.Text.Json;
using Lending.Domain;

namespace Lending.Data;

/// <summary>One event of a record: what, who, when, by which command, and where it stands in the chain. Hash is in hex.</summary>
public sealed record TimelineEntry(
    int Version, string Type, IFact Fact, Actor Actor, DateOnly BusinessDate, DateTimeOffset RecordedAt, Guid CorrelationId, string Hash,
    string CommandId);

/// <summary>The events of a loan or customer, newest first.</summary>
public sealed class TimelineQuery(LendingDatabase database)
{
    /// <summary>beforeVersion is the last page's Next; null starts at the newest. withoutDays leaves out the nightly closings.</summary>
    public async Task<Page<TimelineEntry>> RunAsync(
        string brand, string id, int? beforeVersion, int limit, bool withoutDays, CancellationToken cancellationToken)
    {
        var size = Paging.Bounded(limit);
        var rows = await database.ListAsync(brand,
            """
            SELECT version, type, payload, actor, business_date, recorded_at, correlation_id, hash, command_id FROM journal
            WHERE stream = $1 AND version < $2 AND ($3::text IS NULL OR type <> $3) ORDER BY version DESC LIMIT $4
            """,
            [StreamNames.Of(brand, id), beforeVersion ?? int.MaxValue, withoutDays ? "loan.day-closed.v1" : null, size + 1],
            row => new TimelineEntry(
                row.GetInt32(0), row.GetString(1), JournalJson.FactOf(row.GetString(1), row.GetString(2)),
                JsonSerializer.Deserialize<Actor>(row.GetString(3), JournalJson.Options)!, row.Date(4), row.Instant(5), row.GetGuid(6),
                Convert.ToHexStringLower(row.GetFieldValue<byte[]>(7)), row.GetString(8)),
            cancellationToken);
        return Paging.Cut(rows, size, row => row.Version.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
