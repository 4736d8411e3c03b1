using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Staff.History;

public static class StaffAsOfEndpoint
{
    public static void Map(RouteGroupBuilder loan) => loan.MapGet("/as-of/{on}", HandleAsync).WithName("StaffGetLoanAsOf")
        .WithSummary("The loan, its figures and its schedule as they stood on a past day");

    private static async Task<Results<Ok<AsOfEndpoint.Answer>, ProblemHttpResult>> HandleAsync(
        string loanId, DateOnly on, StaffCaller caller, StaffCommands loans, LookingBack past, CancellationToken cancellationToken)
    {
        var loan = await loans.FindAsync(caller, loanId, cancellationToken);
        if (loan.IsRefused) return Problems.From(loan.Refusal);
        var found = await past.FindAsync(caller.Brand, loanId, loan.Value, on, cancellationToken);
        return found.IsRefused
            ? Problems.From(found.Refusal)
            : TypedResults.Ok(AsOfEndpoint.AnswerOf(loanId, LoanEvolution.Replay(found.Value.Events), found.Value.On, found.Value.Product));
    }
}
