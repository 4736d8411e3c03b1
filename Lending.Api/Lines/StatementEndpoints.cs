using System.ComponentModel.DataAnnotations;
using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lending.Api.Lines;

/// <summary>The statements of a line of credit: all of them, one as figures, one as a PDF.</summary>
public static class StatementEndpoints
{
    public static void Map(RouteGroupBuilder line)
    {
        line.MapGet("/statements", ListAsync).WithName("ListLineStatements").WithSummary("Statements of a line of credit, the newest first, in pages");
        line.MapGet("/statements/{number:int:range(1,100000)}", ReadAsync).WithName("GetLineStatement").WithSummary("One statement of a line of credit");
        line.MapGet("/statements/{number:int:range(1,100000)}/pdf", PrintAsync).WithName("GetLineStatementPdf")
            .WithSummary("One statement of a line of credit (PDF)").Produces(StatusCodes.Status200OK, contentType: "application/pdf");
    }

    private static async Task<Ok<StatementsAnswer>> ListAsync(
        OwnedLoan owned, LineStatementsQuery query, CancellationToken cancellationToken, [FromQuery, StringLength(400)] string? after = null,
        [FromQuery, Range(1, 200)] int limit = 50) =>
        TypedResults.Ok(StatementsAnswer.Of(owned.LoanId, await query.RunAsync(owned.Caller.Brand, owned.LoanId, after, limit, cancellationToken)));

    private static async Task<Results<Ok<StatementAnswer>, ProblemHttpResult>> ReadAsync(
        int number, OwnedLoan owned, LineStatementsQuery query, CancellationToken cancellationToken) =>
        await query.OneAsync(owned.Caller.Brand, owned.LoanId, number, cancellationToken) is { } made
            ? TypedResults.Ok(StatementAnswer.Of(made))
            : Problems.From(new StatementNotFound());

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> PrintAsync(
        int number, OwnedLoan owned, StatementPrinting printing, CancellationToken cancellationToken) =>
        await printing.PrintAsync(owned.Caller.Brand, owned.LoanId, number, cancellationToken) is { } pdf
            ? TypedResults.File(pdf, "application/pdf", $"{owned.LoanId}-statement-{number}.pdf")
            : Problems.From(new StatementNotFound());
}
