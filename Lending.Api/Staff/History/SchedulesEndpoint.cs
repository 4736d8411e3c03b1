using System.Collections.Immutable;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Staff.History;

public static class SchedulesEndpoint
{
    /// <summary>Fee is what comes with the instalment, tax inside; null when there is none.</summary>
    public sealed record Row(
        int Number, DateOnly From, DateOnly Due, DateOnly PayBy, MoneyAnswer Principal, MoneyAnswer Interest, MoneyAnswer? Fee, MoneyAnswer Total);

    /// <summary>
    /// A schedule as agreed on a day. Cause is "contract" or the kind of change, EventVersion that of its event. By made it so; AskedBy and Note are of
    /// the one who asked for the change.
    /// </summary>
    public sealed record Schedule(
        int EventVersion, DateOnly On, string Cause, string By, DateTimeOffset RecordedAt, string? AskedBy, string? Note, MoneyAnswer Principal,
        MoneyAnswer Interest, ImmutableArray<Row> Instalments);

    /// <summary>The contracted schedule first, the current one last; none before the loan is paid out.</summary>
    public sealed record Answer(string LoanId, ImmutableArray<Schedule> Schedules);

    public static void Map(RouteGroupBuilder loan) => loan.MapGet("/schedules", HandleAsync).WithName("StaffListSchedules")
        .WithSummary("The contracted schedule and every revision, each with its cause, day and people");

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> HandleAsync(
        string loanId, StaffCaller caller, StaffCommands loans, SchedulesQuery schedules, CancellationToken cancellationToken)
    {
        var loan = await loans.FindAsync(caller, loanId, cancellationToken);
        if (loan.IsRefused) return Problems.From(loan.Refusal);
        return TypedResults.Ok(new Answer(loanId, [.. (await schedules.RunAsync(caller.Brand, loanId, cancellationToken)).Select(ScheduleOf)]));
    }

    private static Schedule ScheduleOf(RecordedSchedule recorded)
    {
        var (schedule, zero) = (recorded.Schedule, Money.Zero(recorded.Schedule.Rows[0].Principal.Currency));
        return new(
            schedule.Version, schedule.On, CauseOf(schedule.Change), recorded.By.Name, recorded.RecordedAt,
            recorded.AskedBy?.Name, recorded.Note, MoneyAnswer.Of(schedule.Rows.Aggregate(zero, (sum, row) => sum + row.Principal)),
            MoneyAnswer.Of(schedule.Rows.Aggregate(zero, (sum, row) => sum + row.Interest)), [.. schedule.Rows.Select(RowOf)]);
    }

    private static string CauseOf(LoanChange? change) => change is null ? "contract" : ChangeKinds.CodeOf(change).Replace('-', '_');

    internal static Row RowOf(ScheduledInstalment row) => new(
        row.Number, row.From, row.Due, row.PayBy, MoneyAnswer.Of(row.Principal), MoneyAnswer.Of(row.Interest), MoneyAnswer.Of(row.Fee),
        MoneyAnswer.Of(row.Principal + row.Interest + (row.Fee ?? Money.Zero(row.Principal.Currency))));
}
