using Lending.Api.Loans;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Staff.Agreements;

public static class ResendAgreementEndpoint
{
    public static void Map(RouteGroupBuilder loan) => loan.MapPost("/agreement/resend", HandleAsync).WithName("ResendAgreement")
        .WithSummary("Make the agreement anew and send a new link, once the old link has expired");

    private static Task<Results<Ok<LoanAnswer>, ProblemHttpResult>> HandleAsync(
        string loanId, StaffCaller caller, StaffCommands commands, CancellationToken cancellationToken) =>
        commands.ExecuteAsync(caller, loanId, new ResendAgreement(), cancellationToken);
}
