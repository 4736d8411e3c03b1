using System.Text.Json;
using Lending.Domain;

namespace Lending.Data;

/// <summary>A schedule with who made it so. AskedBy and Note are of the one who asked for the change; the contract has none.</summary>
public sealed record RecordedSchedule(ScheduleVersion Schedule, Actor By, DateTimeOffset RecordedAt, Actor? AskedBy, string? Note);

/// <summary>The schedules of a loan from the journal: the contracted one first, then every revision in order.</summary>
public sealed class SchedulesQuery(LendingDatabase database)
{
    // Far beyond what people do to one loan; each change is asked for and then made.
    private const int EventsMax = 1_000;

    /// <summary>Empty until the loan is paid out.</summary>
    public async Task<IReadOnlyList<RecordedSchedule>> RunAsync(string brand, string loanId, CancellationToken cancellationToken)
    {
        var rows = await database.ListAsync(brand,
            """
            SELECT version, type, payload, actor, recorded_at FROM journal
            WHERE stream = $1 AND type IN ('loan.disbursed.v1', 'loan.change-proposed.v1', 'loan.changed.v1') ORDER BY version LIMIT $2
            """,
            [StreamNames.Of(brand, loanId), EventsMax],
            row => (
                Version: row.GetInt32(0), Event: (LoanEvent)JournalJson.FactOf(row.GetString(1), row.GetString(2)),
                Actor: JsonSerializer.Deserialize<Actor>(row.GetString(3), JournalJson.Options)!, At: row.Instant(4)),
            cancellationToken);

        var asked = rows.Where(row => row.Event is LoanChangeProposed)
            .ToDictionary(row => ((LoanChangeProposed)row.Event).ChangeId, row => (row.Actor, ((LoanChangeProposed)row.Event).Note), StringComparer.Ordinal);
        var schedules = new List<RecordedSchedule>();
        foreach (var row in rows)
        {
            if (ScheduleVersion.Of(row.Version, row.Event) is not { } schedule) continue;
            var request = row.Event is LoanChanged changed && asked.TryGetValue(changed.ChangeId, out var found) ? found : default;
            schedules.Add(new(schedule, row.Actor, row.At, request.Actor, request.Note));
        }

        return schedules;
    }
}
