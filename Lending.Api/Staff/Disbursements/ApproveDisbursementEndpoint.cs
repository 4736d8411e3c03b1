using System.ComponentModel.DataAnnotations;
using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Staff.Disbursements;

public static class ApproveDisbursementEndpoint
{
    public sealed record Request(MoneyDto Net, [RegularExpression("^[0-9]{6}$")] string Code);

    public static void Map(RouteGroupBuilder loan) => loan.MapPost("/disbursement/approval", HandleAsync).WithName("ApproveDisbursement")
        .WithSummary("Let the payout go, by another person than proposed it, with the six digits");

    private static async Task<Results<Ok<LoanAnswer>, ProblemHttpResult>> HandleAsync(
        Request request, string loanId, StaffCaller caller, TotpCheck codes, StaffCommands commands, CancellationToken cancellationToken) =>
        await codes.CheckAsync(caller, request.Code, cancellationToken) is { } wrong
            ? Problems.From(wrong)
            : await commands.ExecuteAsync(caller, loanId, request.Net, amount => new ApproveDisbursement(amount), cancellationToken);
}
