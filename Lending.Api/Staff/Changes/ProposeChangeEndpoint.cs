using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Staff.Changes;

public static class ProposeChangeEndpoint
{
    public sealed record Request(ChangeRequest Change, [CleanText(500)] string Note);

    /// <summary>ChangeId is what another person approves or rejects.</summary>
    public sealed record Answer(string ChangeId, LoanAnswer Loan);

    public static void Map(RouteGroupBuilder loan) => loan.MapPost("/changes", HandleAsync).WithName("ProposeChange")
        .WithSummary("Ask for a change of a running loan; nothing changes until another person approves it");

    private static async Task<Results<Created<Answer>, ProblemHttpResult>> HandleAsync(
        Request request, string loanId, StaffCaller caller, HttpContext http, StaffCommands commands, CancellationToken cancellationToken)
    {
        var found = await commands.FindAsync(caller, loanId, cancellationToken);
        if (found.IsRefused) return Problems.From(found.Refusal);
        var reference = IdempotencyKey.ReferenceOf(http, $"{caller.Brand}/{caller.Id}/{loanId}", "change");
        var change = ChangeReading.Of(request.Change, found.Value.Currency, $"hand-{reference}");
        if (change.IsRefused) return Problems.From(change.Refusal);
        var done = await commands.ExecuteAsync(caller, loanId, new ProposeChange($"chg-{reference}", change.Value, request.Note), cancellationToken);
        return done.Result is Ok<LoanAnswer> { Value: { } loan }
            ? TypedResults.Created($"{StaffApi.Path}/loans/{loanId}", new Answer($"chg-{reference}", loan))
            : (ProblemHttpResult)done.Result;
    }
}
