using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Staff.Changes;

public static class PreviewChangeEndpoint
{
    public sealed record Request(ChangeRequest Change);

    public static void Map(RouteGroupBuilder loan) => loan.MapPost("/changes/preview", HandleAsync).WithName("PreviewChange")
        .Needs(Permission.LoanOps, Level.Write).WithSummary("What a change would do to figures, schedule and ledger; nothing is stored");

    private static async Task<Results<Ok<ChangeEffectAnswer>, ProblemHttpResult>> HandleAsync(
        Request request, string loanId, StaffCaller caller, StaffCommands commands, Charts charts, CancellationToken cancellationToken)
    {
        var found = await commands.FindAsync(caller, loanId, cancellationToken);
        if (found.IsRefused) return Problems.From(found.Refusal);
        var change = ChangeReading.Of(request.Change, found.Value.Currency, "preview");
        if (change.IsRefused) return Problems.From(change.Refusal);
        var preview = await commands.PreviewAsync(caller, loanId, change.Value, cancellationToken);
        return preview.IsRefused ? Problems.From(preview.Refusal)
            : TypedResults.Ok(ChangeEffectAnswer.Of(loanId, request.Change.Kind, preview.Value, await charts.GetAsync(caller.Brand, cancellationToken)));
    }
}
