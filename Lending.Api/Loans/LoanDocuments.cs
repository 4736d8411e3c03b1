using Azure;
using Azure.Storage.Blobs;
using Lending.Api.Requests;
using Lending.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Loans;

/// <summary>Reads stored PDFs of a loan from the blob container "documents".</summary>
public sealed class LoanDocuments(DocumentsQuery documents, BlobServiceClient blobs)
{
    /// <summary>The PDF as a download, or 404 while there is none.</summary>
    public async Task<Results<FileStreamHttpResult, ProblemHttpResult>> DownloadAsync(
        OwnedLoan owned, string? documentId, string fileName, HttpContext http, CancellationToken cancellationToken)
    {
        if (documentId is null || await documents.FindAsync(owned.Caller.Brand, documentId, cancellationToken) is not { } document
            || document.LoanId != owned.LoanId)
            return Problems.From(new DocumentNotFound());
        try
        {
            var blob = await blobs.GetBlobContainerClient("documents").GetBlobClient(document.Blob).DownloadStreamingAsync(cancellationToken: cancellationToken);
            http.Response.RegisterForDispose(blob.Value);
            return TypedResults.File(blob.Value.Content, "application/pdf", fileName);
        }
        catch (RequestFailedException missing) when (missing.Status == StatusCodes.Status404NotFound)
        {
            return Problems.From(new DocumentNotFound());
        }
    }
}
