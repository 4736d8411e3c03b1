using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lending.Api.Loans;

public static class LedgerEndpoint
{
    /// <summary>Next is the value of after for the following page, null on the last one.</summary>
    public sealed record Answer(string LoanId, IReadOnlyList<StatementLine> Lines, string? Next);

    public static void Map(RouteGroupBuilder loan) => loan.MapGet("/ledger", HandleAsync).WithName("GetLedger")
        .WithSummary("The statement: every entry on the loan with the balance after it, oldest first, in pages");

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> HandleAsync(
        OwnedLoan owned, StatementQuery query, CancellationToken cancellationToken,
        [FromQuery, RegularExpression("^[0-9]{1,9}-[0-9]{1,4}$")] string? after = null,
        [FromQuery, Range(1, StatementQuery.LinesMax)] int limit = 100)
    {
        var lines = await query.RunAsync(owned.Caller.Brand, owned.LoanId, after, limit, cancellationToken);
        return TypedResults.Ok(new Answer(owned.LoanId, lines, lines.Count == limit ? lines[^1].Id : null));
    }
}
