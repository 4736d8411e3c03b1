using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Staff.Disbursements;

public static class ReturnDisbursementEndpoint
{
    public sealed record Request([CleanText(500)] string Note);

    public static void Map(RouteGroupBuilder loan) => loan.MapPost("/disbursement/return", HandleAsync).WithName("ReturnDisbursement")
        .WithSummary("Give the proposed payout back to its maker");

    private static Task<Results<Ok<LoanAnswer>, ProblemHttpResult>> HandleAsync(
        Request request, string loanId, StaffCaller caller, StaffCommands commands, CancellationToken cancellationToken) =>
        commands.ExecuteAsync(caller, loanId, new ReturnDisbursement(request.Note), cancellationToken);
}
