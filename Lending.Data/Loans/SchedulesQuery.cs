using System.Text.Json;
using Lending.Domain;

namespace Lending.Data;

/// <summary>A schedule with who made it so. AskedBy and Note are of the one who asked for the change; the contract has none.</summary>
public sealed record RecordedSchedule(ScheduleVersion Schedule, Actor By, DateTimeOffset RecordedAt, Actor? AskedBy, string? Note);

/// <summary>The schedules of a loan from the journal: the contracted one first, then every revision in order.</summary>
public sealed class SchedulesQuery(LendingDatabase database)
{
    // Far beyond what people do to one loan: payments, which can be prepayments, and changes, each asked for and then made.
    private const int EventsMax = 2_000;

    /// <summary>Empty until the loan is paid out.</summary>
    public async Task<IReadOnlyList<RecordedSchedule>> RunAsync(string brand, string loanId, CancellationToken cancellationToken)
    {
        var rows = await database.ListAsync(brand,
            """
            SELECT version, type, payload, actor, recorded_at FROM journal
            WHERE stream = $1 AND type IN ('loan.disbursed.v1', 'loan.change-proposed.v1', 'loan.changed.v1', 'loan.payment-received.v1') ORDER BY version LIMIT $2
            """,
            [StreamNames.Of(brand, loanId), EventsMax],
            row => (
                Version: row.GetInt32(0), Event: (LoanEvent)JournalJson.FactOf(row.GetString(1), row.GetString(2)),
                Actor: JsonSerializer.Deserialize<Actor>(row.GetString(3), JournalJson.Options)!, At: row.Instant(4)),
            cancellationToken);

        var asked = new Dictionary<string, (Actor Actor, string Note)>(StringComparer.Ordinal);
        foreach (var row in rows)
            if (row.Event is LoanChangeProposed proposed) asked[KeyOf(proposed.ChangeId, proposed.Change)] = (row.Actor, proposed.Note);
        var schedules = new List<RecordedSchedule>();
        foreach (var row in rows)
        {
            if (ScheduleVersion.Of(row.Version, row.Event) is not { } schedule) continue;
            var request = schedule.Change is { } change && asked.TryGetValue(KeyOf((row.Event as LoanChanged)?.ChangeId, change), out var found) ? found : default;
            schedules.Add(new(schedule, row.Actor, row.At, request.Actor, request.Note));
        }

        return schedules;
    }

    // A prepayment is booked as a payment, which names its own id and not the change's.
    private static string KeyOf(string? changeId, LoanChange change) => change is PartPrepayment prepayment ? prepayment.PaymentId : changeId ?? "";
}
