using System.ComponentModel.DataAnnotations;
using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Staff.Disbursements;

public static class ProposeDisbursementEndpoint
{
    public sealed record Request([RegularExpression("^[A-Z]{1,10}$")] string Channel);

    public static void Map(RouteGroupBuilder loan) => loan.MapPost("/disbursement/proposal", HandleAsync).WithName("ProposeDisbursement")
        .WithSummary("Ask for the payout: IMPS or NEFT");

    private static Task<Results<Ok<LoanAnswer>, ProblemHttpResult>> HandleAsync(
        Request request, string loanId, StaffCaller caller, StaffCommands commands, CancellationToken cancellationToken) =>
        commands.ExecuteAsync(caller, loanId, new ProposeDisbursement(request.Channel), cancellationToken);
}
