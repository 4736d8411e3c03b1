using Lending.Api.Loans;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Applications;

public static class SubmitApplicationEndpoint
{
    public static void Map(RouteGroupBuilder application) => application.MapPost("/submit", HandleAsync).WithName("SubmitApplication").WithTags("Applications")
        .WithSummary("Submit the application for a decision; every onboarding step must be done");

    private static Task<Results<Ok<LoanAnswer>, ProblemHttpResult>> HandleAsync(
        OwnedLoan owned, BorrowerCommands commands, CancellationToken cancellationToken) =>
        commands.ExecuteAsync(owned, new SubmitApplication(), cancellationToken);
}
