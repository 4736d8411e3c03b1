using System.ComponentModel.DataAnnotations;
using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Staff.Changes;

/// <summary>The second person's half of a change.</summary>
public static class DecideChangeEndpoints
{
    public sealed record Approval([RegularExpression("^[0-9]{6}$")] string Code);

    public sealed record Rejection([CleanText(500)] string Reason);

    public static void Map(RouteGroupBuilder loan)
    {
        loan.MapPost("/changes/{changeId:maxlength(80)}/approve", ApproveAsync).WithName("ApproveChange")
            .Needs(Permission.LoanOps, Level.All).WithSummary("Make the change on the loan as it stands now, by another person than asked for it, with the six digits");
        loan.MapPost("/changes/{changeId:maxlength(80)}/reject", RejectAsync).WithName("RejectChange")
            .Needs(Permission.LoanOps, Level.All).WithSummary("Turn the change down; the loan stays as it is");
    }

    private static async Task<Results<Ok<LoanAnswer>, ProblemHttpResult>> ApproveAsync(
        Approval request, string loanId, string changeId, StaffCaller caller, TotpCheck codes, StaffCommands commands, CancellationToken cancellationToken) =>
        await codes.CheckAsync(caller, request.Code, cancellationToken) is { } wrong
            ? Problems.From(wrong)
            : await commands.ExecuteAsync(caller, loanId, new ApproveChange(changeId), cancellationToken);

    private static Task<Results<Ok<LoanAnswer>, ProblemHttpResult>> RejectAsync(
        Rejection request, string loanId, string changeId, StaffCaller caller, StaffCommands commands, CancellationToken cancellationToken) =>
        commands.ExecuteAsync(caller, loanId, new RejectChange(changeId, request.Reason), cancellationToken);
}
