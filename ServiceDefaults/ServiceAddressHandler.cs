using Microsoft.Extensions.Configuration;

namespace Lending.ServiceDefaults;

/// <summary>Sends a request for <c>http://sandbox/…</c> to the address that the AppHost put at <c>services:sandbox:http:0</c>.</summary>
internal sealed class ServiceAddressHandler(IConfiguration configuration) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is { IsAbsoluteUri: true } uri
            && configuration[$"services:{uri.Host}:{uri.Scheme}:0"] is { Length: > 0 } address)
        {
            request.RequestUri = new Uri(new Uri(address), uri.PathAndQuery);
        }
        return base.SendAsync(request, cancellationToken);
    }
}
