using System.ComponentModel.DataAnnotations;
using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Lines;

public static class DrawEndpoint
{
    /// <summary>Channel is IMPS or NEFT; the money goes to the verified bank account.</summary>
    public sealed record Request(MoneyDto Amount, [RegularExpression("^[A-Z]{1,10}$")] string Channel = "IMPS");

    public sealed record Answer(string LoanId, DrawAnswer Draw, LineAnswer Line);

    public static void Map(RouteGroupBuilder changes) => changes.MapPost("/draws", HandleAsync).WithName("Draw")
        .WithSummary("Draw from a line of credit; small draws are paid at once where the product says so, larger ones are approved first");

    private static async Task<Results<Created<Answer>, ProblemHttpResult>> HandleAsync(
        Request request, OwnedLoan owned, HttpContext http, BorrowerCommands commands, LoanViews views, CancellationToken cancellationToken)
    {
        var amount = request.Amount.In(owned.Loan.Currency);
        if (amount.IsRefused) return Problems.From(amount.Refusal);
        var drawId = $"drw-{IdempotencyKey.ReferenceOf(http, $"{owned.Caller.Brand}/{owned.Caller.CustomerId}/{owned.LoanId}", "draw")}";
        var outcome = await commands.RunAsync(owned, new RequestDraw(drawId, amount.Value, request.Channel), cancellationToken);
        if (outcome.IsRefused) return Problems.From(outcome.Refusal);

        // A retry long afterwards finds the loan as the first try left it, with the draw still in it.
        var loan = outcome.Value;
        var answer = await views.AnswerAsync(owned.Caller.Brand, owned.LoanId, loan, cancellationToken);
        var draw = loan.Line!.Draws.Single(draw => draw.DrawId == drawId);
        return TypedResults.Created($"/api/v1/loans/{owned.LoanId}/line/draws", new Answer(owned.LoanId, DrawAnswer.Of(draw), answer.Line!));
    }
}
