using Lending.Api.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Loans;

public static class ListLoansEndpoint
{
    public sealed record Answer(IReadOnlyList<MyLoan> Loans);

    public static void Map(RouteGroupBuilder loans) => loans.MapGet("", HandleAsync).WithName("ListLoans")
        .WithSummary("All loans and applications of the signed-in customer, the newest first");

    private static async Task<Ok<Answer>> HandleAsync(Caller caller, MyLoansQuery query, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Answer(await query.RunAsync(caller.Brand, caller.CustomerId, cancellationToken)));
}
