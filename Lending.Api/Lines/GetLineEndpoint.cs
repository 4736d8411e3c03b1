using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Lines;

public static class GetLineEndpoint
{
    public static void Map(RouteGroupBuilder line) => line.MapGet("", HandleAsync).WithName("GetLine")
        .WithSummary("Limit, what can be drawn, and the minimum due of a line of credit");

    private static async Task<Results<Ok<LineAnswer>, ProblemHttpResult>> HandleAsync(OwnedLoan owned, LoanViews views, CancellationToken cancellationToken) =>
        (await views.AnswerAsync(owned.Caller.Brand, owned.LoanId, owned.Loan, cancellationToken)).Line is { } line
            ? TypedResults.Ok(line)
            : Problems.From(new NotACreditLine());
}
