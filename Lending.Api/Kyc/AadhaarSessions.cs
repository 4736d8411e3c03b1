using System.Text.Json;
using Lending.Api.Requests;
using Lending.Domain;
using Microsoft.Extensions.Caching.Distributed;

namespace Lending.Api.Kyc;

/// <summary>Between asking for the Aadhaar code and entering it: the provider's reference, the sealed number and the phone the code went to.</summary>
public sealed class AadhaarSessions(IDistributedCache cache)
{
    public sealed record Session(string ProviderReference, Sealed Aadhaar, Sealed? LinkedMobile = null);

    private static readonly DistributedCacheEntryOptions Kept = new() { AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(15) };

    public Task KeepAsync(Caller caller, Session session, CancellationToken cancellationToken) =>
        cache.SetStringAsync(NameOf(caller), JsonSerializer.Serialize(session, WireJson.Options), Kept, cancellationToken);

    public async Task<Session?> FindAsync(Caller caller, CancellationToken cancellationToken) =>
        await cache.GetStringAsync(NameOf(caller), cancellationToken) is { } text
            ? JsonSerializer.Deserialize<Session>(text, WireJson.Options)
            : null;

    private static string NameOf(Caller caller) => $"aadhaar:{caller.Brand}/{caller.CustomerId}";
}
