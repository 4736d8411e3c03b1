using Lending.Api.Loans;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Agreements;

public static class ReadAgreementEndpoint
{
    public static void Map(RouteGroupBuilder loan) => loan.MapGet("/agreement", HandleAsync).WithName("GetAgreement").WithTags("Agreement")
        .WithSummary("The agreement as issued (PDF)")
        .Produces(StatusCodes.Status200OK, contentType: "application/pdf");

    private static Task<Results<FileStreamHttpResult, ProblemHttpResult>> HandleAsync(
        OwnedLoan owned, HttpContext http, LoanDocuments documents, CancellationToken cancellationToken) =>
        documents.DownloadAsync(owned, owned.Loan.IssuedAgreement?.DocumentId, $"{owned.LoanId}-agreement.pdf", http, cancellationToken);
}
