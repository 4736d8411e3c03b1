using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Loans;

public static class CertificateEndpoint
{
    public static void Map(RouteGroupBuilder loan) => loan.MapGet("/certificate", HandleAsync).WithName("GetCertificate")
        .WithSummary("The no-due certificate of a completed loan (PDF)")
        .Produces(StatusCodes.Status200OK, contentType: "application/pdf");

    private static Task<Results<FileStreamHttpResult, ProblemHttpResult>> HandleAsync(
        OwnedLoan owned, HttpContext http, LoanDocuments documents, CancellationToken cancellationToken) =>
        documents.DownloadAsync(owned, owned.Loan.CertificateId, $"{owned.LoanId}-no-due-certificate.pdf", http, cancellationToken);
}
