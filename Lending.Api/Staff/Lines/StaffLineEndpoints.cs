using System.ComponentModel.DataAnnotations;
using Lending.Api.Lines;
using Lending.Api.Requests;
using Lending.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lending.Api.Staff.Lines;

/// <summary>Draws and statements of a line of credit, as staff look at them. How the line stands is in the loan's file.</summary>
public static class StaffLineEndpoints
{
    public static void Map(RouteGroupBuilder loan)
    {
        loan.MapGet("/line/draws", DrawsAsync).WithName("StaffListDraws").WithSummary("Draws of a line of credit, the newest first, in pages");
        loan.MapGet("/line/statements", StatementsAsync).WithName("StaffListLineStatements").WithSummary("Statements of a line of credit, the newest first, in pages");
        loan.MapGet("/line/statements/{number:int:range(1,100000)}/pdf", PrintAsync).WithName("StaffGetLineStatementPdf")
            .WithSummary("One statement of a line of credit (PDF)").Produces(StatusCodes.Status200OK, contentType: "application/pdf");
    }

    private static async Task<Ok<DrawsAnswer>> DrawsAsync(
        string loanId, StaffCaller caller, LineDrawsQuery query, CancellationToken cancellationToken, [FromQuery, StringLength(400)] string? after = null,
        [FromQuery, Range(1, 200)] int limit = 50) =>
        TypedResults.Ok(DrawsAnswer.Of(loanId, await query.RunAsync(caller.Brand, loanId, after, limit, cancellationToken)));

    private static async Task<Ok<StatementsAnswer>> StatementsAsync(
        string loanId, StaffCaller caller, LineStatementsQuery query, CancellationToken cancellationToken, [FromQuery, StringLength(400)] string? after = null,
        [FromQuery, Range(1, 200)] int limit = 50) =>
        TypedResults.Ok(StatementsAnswer.Of(loanId, await query.RunAsync(caller.Brand, loanId, after, limit, cancellationToken)));

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> PrintAsync(
        string loanId, int number, StaffCaller caller, StatementPrinting printing, CancellationToken cancellationToken) =>
        await printing.PrintAsync(caller.Brand, loanId, number, cancellationToken) is { } pdf
            ? TypedResults.File(pdf, "application/pdf", $"{loanId}-statement-{number}.pdf")
            : Problems.From(new StatementNotFound());
}
