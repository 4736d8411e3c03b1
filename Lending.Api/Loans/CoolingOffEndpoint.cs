using Lending.Api.Requests;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Loans;

public static class CoolingOffEndpoint
{
    public static void Map(RouteGroupBuilder changes) => changes.MapPost("/cooling-off-exit", HandleAsync).WithName("ExitCoolingOff").WithTags("Loans")
        .WithSummary("Give the loan back within its cooling-off days: until the last of them the payoff has no charge for closing");

    private static Task<Results<Ok<LoanAnswer>, ProblemHttpResult>> HandleAsync(OwnedLoan owned, BorrowerCommands commands, CancellationToken cancellationToken) =>
        commands.ExecuteAsync(owned, new ExitCoolingOff(), cancellationToken);
}
