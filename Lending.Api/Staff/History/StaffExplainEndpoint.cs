using Lending.Api.Loans;
using Lending.Api.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lending.Api.Staff.History;

public static class StaffExplainEndpoint
{
    public static void Map(RouteGroupBuilder loan) => loan.MapGet("/explain", HandleAsync).WithName("StaffExplainFigure")
        .WithSummary("How a figure of the loan came about, as its borrower is told");

    private static async Task<Results<Ok<ExplainEndpoint.Answer>, ProblemHttpResult>> HandleAsync(
        string loanId, [FromQuery] string of, [FromQuery] DateOnly? on, [FromQuery] int? instalment, StaffCaller caller, StaffCommands loans, LookingBack past,
        CancellationToken cancellationToken)
    {
        if (ExplainEndpoint.FigureOf(of) is not { } figure) return Problems.From(new ExplainEndpoint.FigureUnknown(ForStaff: true));
        var loan = await loans.FindAsync(caller, loanId, cancellationToken);
        if (loan.IsRefused) return Problems.From(loan.Refusal);
        var found = await past.FindAsync(caller.Brand, loanId, loan.Value, on, cancellationToken);
        return found.IsRefused ? Problems.From(found.Refusal) : ExplainEndpoint.Answered(loanId, of, figure, instalment, found.Value);
    }
}
