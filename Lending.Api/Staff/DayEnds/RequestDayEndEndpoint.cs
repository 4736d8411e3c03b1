using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Staff.DayEnds;

public static class RequestDayEndEndpoint
{
    private const int DaysMax = 400;

    public sealed record Request(DateOnly Through);

    public static void Map(RouteGroupBuilder changes) => changes.MapPost("/day-ends", HandleAsync).WithName("RequestDayEnd")
        .Needs(Permission.DayEnd, Level.Write).WithSummary("Close every open day through a date; the workers do it, GET tells how far they are");

    private static async Task<Results<Accepted<DayEndAnswer>, ProblemHttpResult>> HandleAsync(
        Request request, StaffCaller caller, Brands brands, DayEndRuns runs, DayEndQuery query, CancellationToken cancellationToken)
    {
        var brand = await brands.GetAsync(caller.Brand, cancellationToken);
        var earlier = await query.FindAsync(brand.Code, request.Through, cancellationToken);
        if (earlier is null || earlier.State is DayEndState.Failed or DayEndState.Cancelled)
        {
            // A Brand that follows the clock asks by itself, but a run that failed or was cancelled waits for somebody to ask again.
            if (earlier is null && brand.Settings.FollowsTheClock) return Problems.From(new BrandFollowsTheClock());
            if (earlier is null && request.Through < brand.BusinessDate) return Problems.From(new DayAlreadyClosed(brand.BusinessDate));
            if (request.Through.DayNumber - brand.BusinessDate.DayNumber >= DaysMax) return Problems.From(new TooManyDays(DaysMax));
            await runs.RequestAsync(brand.Code, request.Through, caller.Id, cancellationToken);
        }

        var run = await query.FindAsync(brand.Code, request.Through, cancellationToken);
        return TypedResults.Accepted($"{StaffApi.Path}/day-ends", DayEndAnswer.Of(run!));
    }
}
