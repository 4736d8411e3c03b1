using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Client.Tests;

public sealed class BlobTests(Servers servers) : IClassFixture<Servers>
{
    [Fact]
    public async Task Upload_OfAnAgreement_ComesBackEqual()
    {
        var builder = await servers.ServiceAsync();
        builder.AddAzureBlobServiceClient("documents");
        using var host = builder.Build();
        var container = host.Services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient("agreements");
        await container.CreateIfNotExistsAsync(cancellationToken: Servers.Deadline);
        var content = BinaryData.FromBytes(Enumerable.Range(0, 5_000_000).Select(index => (byte)(index % 251)).ToArray());

        await container.GetBlobClient("loan/1.pdf").UploadAsync(content, new BlobUploadOptions { HttpHeaders = new() { ContentType = "application/pdf" } }, Servers.Deadline);
        var back = await container.GetBlobClient("loan/1.pdf").DownloadContentAsync(Servers.Deadline);

        Assert.Equal(content.ToArray(), back.Value.Content.ToArray());
        Assert.Equal("application/pdf", back.Value.Details.ContentType);
    }
}
