using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Staff.Decisions;

public static class SanctionSendBackEndpoint
{
    public sealed record Request([CleanText(500)] string Note);

    public static void Map(RouteGroupBuilder loan) => loan.MapPost("/sanction-send-back", HandleAsync).WithName("SanctionSendBack")
        .WithSummary("Give the loan back to the credit executive");

    private static Task<Results<Ok<LoanAnswer>, ProblemHttpResult>> HandleAsync(
        Request request, string loanId, StaffCaller caller, StaffCommands commands, CancellationToken cancellationToken) =>
        commands.ExecuteAsync(caller, loanId, new SendBackToCredit(request.Note), cancellationToken);
}
