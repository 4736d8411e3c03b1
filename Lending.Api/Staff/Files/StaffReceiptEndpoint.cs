using Lending.Api.Payments;
using Lending.Api.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Staff.Files;

public static class StaffReceiptEndpoint
{
    public static void Map(RouteGroupBuilder loan) => loan.MapGet("/payments/{paymentId}/receipt", HandleAsync).WithName("StaffGetReceipt")
        .WithSummary("The receipt of a payment that was booked (PDF)").Produces(StatusCodes.Status200OK, contentType: "application/pdf");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> HandleAsync(
        string loanId, string paymentId, StaffCaller caller, StaffCommands loans, PaymentReceipts receipts, CancellationToken cancellationToken)
    {
        var found = await loans.FindAsync(caller, loanId, cancellationToken);
        return found.IsRefused ? Problems.From(found.Refusal) : await receipts.MakeAsync(caller.Brand, loanId, found.Value.CustomerId, paymentId, cancellationToken);
    }
}
