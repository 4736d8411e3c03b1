using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Lines;

public static class CloseLineEndpoint
{
    public sealed record Request([CleanText(200)] string Reason);

    public static void Map(RouteGroupBuilder changes) => changes.MapPost("/closure", HandleAsync).WithName("CloseLine")
        .WithSummary("Close a line of credit that owes nothing");

    private static Task<Results<Ok<LoanAnswer>, ProblemHttpResult>> HandleAsync(
        Request request, OwnedLoan owned, BorrowerCommands commands, CancellationToken cancellationToken) =>
        commands.ExecuteAsync(owned, new CloseLine(request.Reason), cancellationToken);
}
