using System.ComponentModel.DataAnnotations;
using Lending.Api.Lines;
using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Staff.Lines;

/// <summary>What staff do with a line of credit: ask for a draw, let one be paid or turn it down, close the line.</summary>
public static class StaffDrawEndpoints
{
    private const string OneDraw = "/line/draws/{drawId:regex(^[A-Za-z0-9_-]{{1,80}}$)}";

    public sealed record Asking(MoneyDto Amount, [RegularExpression("^[A-Z]{1,10}$")] string Channel);

    public sealed record Asked(string DrawId, LoanAnswer Loan);

    public sealed record Approval(MoneyDto Net, [RegularExpression("^[0-9]{6}$")] string Code);

    public sealed record Turning([CleanText(500)] string Reason);

    public static void Map(RouteGroupBuilder loan)
    {
        loan.MapPost("/line/draws", AskAsync).WithName("StaffAskForDraw").WithSummary("Ask for a draw for the borrower; another person approves it");
        loan.MapPost($"{OneDraw}/approval", ApproveAsync).WithName("ApproveDraw").WithSummary("Let a draw be paid, by another person than asked for it, with the six digits");
        loan.MapPost($"{OneDraw}/return", ReturnAsync).WithName("ReturnDraw").WithSummary("Turn a draw down");
        loan.MapPost("/line/closure", CloseAsync).WithName("StaffCloseLine").WithSummary("Close a line of credit that owes nothing");
    }

    private static async Task<Results<Ok<Asked>, ProblemHttpResult>> AskAsync(
        Asking request, string loanId, StaffCaller caller, HttpContext http, StaffCommands commands, CancellationToken cancellationToken)
    {
        var drawId = $"drw-{IdempotencyKey.ReferenceOf(http, $"{caller.Brand}/{caller.Id}/{loanId}", "draw")}";
        var done = await commands.ExecuteAsync(caller, loanId, request.Amount, amount => new RequestDraw(drawId, amount, request.Channel), cancellationToken);
        return done.Result is Ok<LoanAnswer> { Value: { } loan } ? TypedResults.Ok(new Asked(drawId, loan)) : (ProblemHttpResult)done.Result;
    }

    private static async Task<Results<Ok<LoanAnswer>, ProblemHttpResult>> ApproveAsync(
        Approval request, string loanId, string drawId, StaffCaller caller, TotpCheck codes, StaffCommands commands, CancellationToken cancellationToken) =>
        await codes.CheckAsync(caller, request.Code, cancellationToken) is { } wrong
            ? Problems.From(wrong)
            : await commands.ExecuteAsync(caller, loanId, request.Net, net => new ApproveDraw(drawId, net), cancellationToken);

    private static Task<Results<Ok<LoanAnswer>, ProblemHttpResult>> ReturnAsync(
        Turning request, string loanId, string drawId, StaffCaller caller, StaffCommands commands, CancellationToken cancellationToken) =>
        commands.ExecuteAsync(caller, loanId, new ReturnDraw(drawId, request.Reason), cancellationToken);

    private static Task<Results<Ok<LoanAnswer>, ProblemHttpResult>> CloseAsync(
        CloseLineEndpoint.Request request, string loanId, StaffCaller caller, StaffCommands commands, CancellationToken cancellationToken) =>
        commands.ExecuteAsync(caller, loanId, new CloseLine(request.Reason), cancellationToken);
}
