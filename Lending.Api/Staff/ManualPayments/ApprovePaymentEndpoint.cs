using System.ComponentModel.DataAnnotations;
using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Staff.ManualPayments;

public static class ApprovePaymentEndpoint
{
    public sealed record Request([RegularExpression("^[0-9]{6}$")] string Code);

    public static void Map(RouteGroupBuilder loan) => loan.MapPost("/payments/{paymentId:maxlength(80)}/approval", HandleAsync).WithName("ApprovePayment")
        .WithSummary("Book a recorded payment, by another person than recorded it, with the six digits");

    private static async Task<Results<Ok<LoanAnswer>, ProblemHttpResult>> HandleAsync(
        Request request, string loanId, string paymentId, StaffCaller caller, TotpCheck codes, StaffCommands commands, CancellationToken cancellationToken) =>
        await codes.CheckAsync(caller, request.Code, cancellationToken) is { } wrong
            ? Problems.From(wrong)
            : await commands.ExecuteAsync(caller, loanId, new ApprovePayment(paymentId), cancellationToken);
}
