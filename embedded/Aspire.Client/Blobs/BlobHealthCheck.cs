using Azure;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Azure.Storage.Blobs;

internal sealed class BlobHealthCheck(BlobServiceClient client) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await foreach (var _ in client.GetBlobContainersAsync(cancellationToken: cancellationToken).AsPages(pageSizeHint: 1)) break;
            return HealthCheckResult.Healthy();
        }
        catch (RequestFailedException failure)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, failure.ErrorCode, failure);
        }
    }
}
