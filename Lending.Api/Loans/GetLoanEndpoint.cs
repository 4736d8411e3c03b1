using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Loans;

public static class GetLoanEndpoint
{
    public static void Map(RouteGroupBuilder loan) => loan.MapGet("", HandleAsync).WithName("GetLoan")
        .WithSummary("Status, dimensions and figures of one loan");

    private static async Task<Results<Ok<LoanAnswer>, ProblemHttpResult>> HandleAsync(
        OwnedLoan owned, LoanViews views, CancellationToken cancellationToken) =>
        TypedResults.Ok(await views.AnswerAsync(owned.Caller.Brand, owned.LoanId, owned.Loan, cancellationToken));
}
