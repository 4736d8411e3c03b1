using System.ComponentModel.DataAnnotations;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lending.Api.Staff.DayEnds;

public static class ListDayEndsEndpoint
{
    public sealed record Answer(IReadOnlyList<DayEndAnswer> Runs);

    public static void Map(RouteGroupBuilder staff) => staff.MapGet("/day-ends", HandleAsync).WithName("ListDayEnds")
        .Needs(Permission.DayEnd, Level.Read).WithSummary("How days were closed, the newest first");

    private static async Task<Ok<Answer>> HandleAsync(
        StaffCaller caller, DayEndQuery query, CancellationToken cancellationToken, [FromQuery, Range(1, 200)] int limit = 20) =>
        TypedResults.Ok(new Answer([.. (await query.RunsAsync(caller.Brand, limit, cancellationToken)).Select(DayEndAnswer.Of)]));
}
