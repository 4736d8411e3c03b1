using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Staff.ManualPayments;

public static class RejectPaymentEndpoint
{
    public sealed record Request([CleanText(500)] string Reason);

    public static void Map(RouteGroupBuilder loan) => loan.MapPost("/payments/{paymentId:maxlength(80)}/rejection", HandleAsync).WithName("RejectPayment")
        .WithSummary("Turn down a recorded payment");

    private static Task<Results<Ok<LoanAnswer>, ProblemHttpResult>> HandleAsync(
        Request request, string loanId, string paymentId, StaffCaller caller, StaffCommands commands, CancellationToken cancellationToken) =>
        commands.ExecuteAsync(caller, loanId, new RejectPayment(paymentId, request.Reason), cancellationToken);
}
