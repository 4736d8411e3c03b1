using System.ComponentModel.DataAnnotations;
using Lending.Api.Loans;
using Lending.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lending.Api.Lines;

public static class ListDrawsEndpoint
{
    public static void Map(RouteGroupBuilder line) => line.MapGet("/draws", HandleAsync).WithName("ListDraws")
        .WithSummary("Draws of a line of credit, the newest first, in pages");

    private static async Task<Ok<DrawsAnswer>> HandleAsync(
        OwnedLoan owned, LineDrawsQuery query, CancellationToken cancellationToken, [FromQuery, StringLength(400)] string? after = null,
        [FromQuery, Range(1, 200)] int limit = 50) =>
        TypedResults.Ok(DrawsAnswer.Of(owned.LoanId, await query.RunAsync(owned.Caller.Brand, owned.LoanId, after, limit, cancellationToken)));
}
