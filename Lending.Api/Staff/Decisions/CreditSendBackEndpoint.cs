using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Staff.Decisions;

public static class CreditSendBackEndpoint
{
    public sealed record Request([CleanText(500)] string Note);

    public static void Map(RouteGroupBuilder loan) => loan.MapPost("/credit-send-back", HandleAsync).WithName("CreditSendBack")
        .WithSummary("Send the application back; the borrower reads the note");

    private static Task<Results<Ok<LoanAnswer>, ProblemHttpResult>> HandleAsync(
        Request request, string loanId, StaffCaller caller, StaffCommands commands, CancellationToken cancellationToken) =>
        commands.ExecuteAsync(caller, loanId, new SendBackToBorrower(request.Note), cancellationToken);
}
