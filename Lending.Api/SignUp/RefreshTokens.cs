using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lending.Api.Requests;
using Microsoft.Extensions.Caching.Distributed;

namespace Lending.Api.SignUp;

/// <summary>
/// Refresh tokens: thirty days, each used once for the next. Only their hashes are kept. One that is used a second time was stolen or
/// lost on the way, so its whole family ends.
/// </summary>
public sealed class RefreshTokens(IDistributedCache cache, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private readonly SemaphoreSlim _gate = new(1);

    public sealed record Issued(string Token, string CustomerId, string Brand, DateTimeOffset ExpiresAt);

    private sealed record Entry(string CustomerId, string Brand, string Family, DateTimeOffset ExpiresAt, bool IsUsed);

    public Task<Issued> StartAsync(string customerId, string brand, CancellationToken cancellationToken) =>
        IssueAsync(new(customerId, brand, Guid.CreateVersion7().ToString("N"), clock.GetUtcNow() + Lifetime, IsUsed: false), cancellationToken);

    /// <summary>The next token of the family, or null where this one is unknown, too old, used before or signed out.</summary>
    public async Task<Issued?> RotateAsync(string token, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (await FindAsync(token, cancellationToken) is not { } entry || await IsEndedAsync(entry, cancellationToken)) return null;
            if (entry.IsUsed)
            {
                await EndAsync(entry, cancellationToken);
                return null;
            }

            await SaveAsync(token, entry with { IsUsed = true }, cancellationToken);
            return await IssueAsync(entry, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Ends the family of a token; an unknown one has nothing to end.</summary>
    public async Task EndAsync(string token, CancellationToken cancellationToken)
    {
        if (await FindAsync(token, cancellationToken) is { } entry) await EndAsync(entry, cancellationToken);
    }

    private async Task<Issued> IssueAsync(Entry entry, CancellationToken cancellationToken)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await SaveAsync(token, entry, cancellationToken);
        return new(token, entry.CustomerId, entry.Brand, entry.ExpiresAt);
    }

    private async Task<Entry?> FindAsync(string token, CancellationToken cancellationToken) =>
        await cache.GetStringAsync(NameOf(token), cancellationToken) is { } text
        && JsonSerializer.Deserialize<Entry>(text, WireJson.Options) is { } entry && entry.ExpiresAt > clock.GetUtcNow() ? entry : null;

    private Task SaveAsync(string token, Entry entry, CancellationToken cancellationToken) => cache.SetStringAsync(
        NameOf(token), JsonSerializer.Serialize(entry, WireJson.Options), Until(entry), cancellationToken);

    private async Task<bool> IsEndedAsync(Entry entry, CancellationToken cancellationToken) =>
        await cache.GetStringAsync(EndedName(entry), cancellationToken) is not null;

    private Task EndAsync(Entry entry, CancellationToken cancellationToken) =>
        cache.SetStringAsync(EndedName(entry), "ended", Until(entry), cancellationToken);

    private static DistributedCacheEntryOptions Until(Entry entry) => new() { AbsoluteExpiration = entry.ExpiresAt };

    private static string NameOf(string token) => $"refresh:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)))}";

    private static string EndedName(Entry entry) => $"refresh-ended:{entry.Family}";
}
