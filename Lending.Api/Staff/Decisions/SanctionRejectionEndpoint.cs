using System.ComponentModel.DataAnnotations;
using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Staff.Decisions;

public static class SanctionRejectionEndpoint
{
    public sealed record Request([RegularExpression("^[a-z0-9_]{1,60}$")] string ReasonCode, [CleanText(500)] string Note);

    public static void Map(RouteGroupBuilder loan) => loan.MapPost("/sanction-rejection", HandleAsync).WithName("SanctionRejection")
        .WithSummary("Reject the recommended loan for one of the Brand's reasons");

    private static Task<Results<Ok<LoanAnswer>, ProblemHttpResult>> HandleAsync(
        Request request, string loanId, StaffCaller caller, StaffCommands commands, CancellationToken cancellationToken) =>
        commands.ExecuteAsync(caller, loanId, new RejectSanction(request.ReasonCode, request.Note), cancellationToken);
}
