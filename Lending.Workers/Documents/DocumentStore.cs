using System.Security.Cryptography;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Lending.Data;

namespace Lending.Workers.Documents;

/// <summary>
/// Keeps documents in Blob storage and lists them in the database. The id is made from loan, kind and content, so storing the same document
/// again changes nothing, and a stored one is never overwritten.
/// </summary>
public sealed class DocumentStore(BlobServiceClient blobs, Data.Documents documents, TimeProvider clock)
{
    private const string Container = "documents";

    public async Task<StoredDocument> AddAsync(string brand, string loanId, string kind, byte[] pdf, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(pdf));
        var id = $"{loanId}-{kind}-{hash[..12]}";
        var name = $"{brand}/{loanId}/{id}.pdf";
        var container = blobs.GetBlobContainerClient(Container);
        await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var blob = container.GetBlobClient(name);
        if (!await blob.ExistsAsync(cancellationToken))
            await blob.UploadAsync(
                BinaryData.FromBytes(pdf), new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/pdf" } }, cancellationToken);
        var document = new StoredDocument(id, loanId, null, kind, name, hash, clock.GetUtcNow());
        await documents.AddAsync(brand, document, cancellationToken);
        return document;
    }
}
