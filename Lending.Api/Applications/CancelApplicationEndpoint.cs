using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Applications;

public static class CancelApplicationEndpoint
{
    public sealed record Request([CleanText(200)] string Reason);

    public static void Map(RouteGroupBuilder application) => application.MapPost("/cancel", HandleAsync).WithName("CancelApplication").WithTags("Applications")
        .WithSummary("Withdraw the application, as long as no money has moved");

    private static Task<Results<Ok<LoanAnswer>, ProblemHttpResult>> HandleAsync(
        Request request, OwnedLoan owned, BorrowerCommands commands, CancellationToken cancellationToken) =>
        commands.ExecuteAsync(owned, new CancelApplication(request.Reason.Trim()), cancellationToken);
}
