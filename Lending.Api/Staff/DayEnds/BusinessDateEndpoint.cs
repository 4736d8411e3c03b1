using Lending.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Staff.DayEnds;

public static class BusinessDateEndpoint
{
    /// <summary>FollowsTheClock: days end by themselves at midnight in the Brand's time zone.</summary>
    public sealed record Answer(string Brand, string Name, DateOnly BusinessDate, bool FollowsTheClock);

    public static void Map(RouteGroupBuilder staff) => staff.MapGet("/business-date", HandleAsync).WithName("GetBusinessDate")
        .WithSummary("The day the Brand's books are open for");

    private static async Task<Ok<Answer>> HandleAsync(StaffCaller caller, Brands brands, CancellationToken cancellationToken)
    {
        var brand = await brands.GetAsync(caller.Brand, cancellationToken);
        return TypedResults.Ok(new Answer(brand.Code, brand.Name, brand.BusinessDate, brand.Settings.FollowsTheClock));
    }
}
