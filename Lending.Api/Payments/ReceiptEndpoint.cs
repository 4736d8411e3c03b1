using Lending.Api.Loans;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Payments;

public static class ReceiptEndpoint
{
    public static void Map(RouteGroupBuilder loan) => loan.MapGet("/payments/{paymentId}/receipt", HandleAsync).WithName("GetReceipt").WithTags("Payments")
        .WithSummary("The receipt of a payment that was booked (PDF)").Produces(StatusCodes.Status200OK, contentType: "application/pdf");

    private static Task<Results<FileContentHttpResult, ProblemHttpResult>> HandleAsync(
        OwnedLoan owned, string paymentId, PaymentReceipts receipts, CancellationToken cancellationToken) =>
        receipts.MakeAsync(owned.Caller.Brand, owned.LoanId, owned.Loan.CustomerId, paymentId, cancellationToken);
}
