using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Reloans;

public static class DeclineReloanEndpoint
{
    public sealed record Request([CleanText(200)] string? Reason = null);

    public static void Map(RouteGroupBuilder reloan) => reloan.MapPost("/decline", HandleAsync).WithName("DeclineReloan")
        .WithSummary("Turn the offer down; it cannot be taken afterwards");

    private static async Task<Results<Ok<ReloanAnswer>, ProblemHttpResult>> HandleAsync(
        Request request, OwnedLoan owned, BorrowerCommands commands, Brands brands, CancellationToken cancellationToken)
    {
        if (owned.Loan.Reloan is not { Offer: not null } offer) return Problems.From(new ReloanNotFound());
        var outcome = await commands.RunAsync(owned, new DeclineReloan(offer.Number, request.Reason?.Trim()), cancellationToken);
        if (outcome.IsRefused) return Problems.From(outcome.Refusal);
        return TypedResults.Ok(ReloanAnswer.Of(owned.LoanId, outcome.Value, await brands.GetAsync(owned.Caller.Brand, cancellationToken))!);
    }
}
