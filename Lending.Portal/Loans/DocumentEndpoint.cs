using Azure;
using Azure.Storage.Blobs;
using Lending.Data;
using Lending.Domain;
using Lending.Portal.SignIn;

namespace Lending.Portal.Loans;

/// <summary>Streams a stored PDF to staff of its own Brand who may read loans. Anything else is answered as if there were no such document.</summary>
public static class DocumentEndpoint
{
    private const string Container = "documents";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/documents/{id}", OpenAsync).RequireAuthorization(StaffPolicies.NameOf(Permission.Loans, Level.Read));

    private static async Task<IResult> OpenAsync(string id, HttpContext http, DocumentsQuery documents, BlobServiceClient blobs, CancellationToken cancellationToken)
    {
        if (StaffIdentity.Of(http.User) is not { } person) return TypedResults.NotFound();
        if (await documents.FindAsync(person.Brand, id, cancellationToken) is not { } document) return TypedResults.NotFound();
        try
        {
            var blob = blobs.GetBlobContainerClient(Container).GetBlobClient(document.Blob);
            var content = await blob.OpenReadAsync(cancellationToken: cancellationToken);
            http.Response.Headers.CacheControl = "private, no-store";
            http.Response.Headers.ContentDisposition = $"inline; filename=\"{document.Id}.pdf\"";
            return TypedResults.Stream(content, "application/pdf");
        }
        catch (RequestFailedException missing) when (missing.Status == StatusCodes.Status404NotFound)
        {
            return TypedResults.NotFound();
        }
    }
}
