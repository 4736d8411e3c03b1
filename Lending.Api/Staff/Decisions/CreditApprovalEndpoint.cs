using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Staff.Decisions;

public static class CreditApprovalEndpoint
{
    public sealed record Request(MoneyDto Amount, [CleanText(500)] string Note);

    public static void Map(RouteGroupBuilder loan) => loan.MapPost("/credit-approval", HandleAsync).WithName("CreditApproval")
        .WithSummary("Recommend an amount to the sanction manager");

    private static Task<Results<Ok<LoanAnswer>, ProblemHttpResult>> HandleAsync(
        Request request, string loanId, StaffCaller caller, StaffCommands commands, CancellationToken cancellationToken) =>
        commands.ExecuteAsync(caller, loanId, request.Amount, amount => new ApproveByCredit(amount, request.Note), cancellationToken);
}
