using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Staff.DayEnds;

public static class CancelDayEndEndpoint
{
    public static void Map(RouteGroupBuilder changes) => changes.MapPost("/day-ends/{through}/cancel", HandleAsync).WithName("CancelDayEnd")
        .Needs(Permission.DayEnd, Level.Write).WithSummary("Stop a run that waits or is under way; what is closed stays closed. It holds until somebody asks again");

    private static async Task<Results<Ok<DayEndAnswer>, ProblemHttpResult>> HandleAsync(
        DateOnly through, StaffCaller caller, DayEndRuns runs, DayEndQuery query, CancellationToken cancellationToken)
    {
        await runs.CancelAsync(caller.Brand, through, cancellationToken);
        return await query.FindAsync(caller.Brand, through, cancellationToken) switch
        {
            null => Problems.From(new DayEndNotFound()),
            { State: DayEndState.Cancelled } cancelled => TypedResults.Ok(DayEndAnswer.Of(cancelled)),
            _ => Problems.From(new DayEndOver()),
        };
    }
}
