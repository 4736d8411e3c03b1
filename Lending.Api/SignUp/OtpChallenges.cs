using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.Extensions.Caching.Distributed;

namespace Lending.Api.SignUp;

/// <summary>One code that was sent. The code is kept as a keyed hash, the contact sealed.</summary>
public sealed record OtpChallenge(
    string Id, string Brand, Field Field, Sealed Contact, bool WhatsAppOptIn, string CodeHash, DateTimeOffset ExpiresAt, int Tries = 0, string? UsedWith = null);

/// <summary>Codes waiting to be entered: five minutes, five tries, then gone.</summary>
public sealed class OtpChallenges(IDistributedCache cache, IConfiguration configuration, TimeProvider clock)
{
    private readonly byte[] _key = HMACSHA256.HashData(Encoding.UTF8.GetBytes(configuration["Jwt:Key"] ?? ""), "otp"u8);

    // Counting tries is read, then write. Striped locks keep parallel guesses in this process from sharing a try.
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Not to be guessed, and the same when the same request comes again.</summary>
    public string IdOf(string brand, string? address, string idempotencyKey) => Keyed($"id\n{brand}\n{address}\n{idempotencyKey}")[..32];

    public async Task<OtpChallenge?> FindAsync(string id, CancellationToken cancellationToken) =>
        await cache.GetStringAsync(NameOf(id), cancellationToken) is { } text
        && JsonSerializer.Deserialize<OtpChallenge>(text, WireJson.Options) is { } challenge && challenge.ExpiresAt > clock.GetUtcNow()
            ? challenge
            : null;

    /// <summary>Makes a challenge and its code. The code is returned once, to be sent, and kept nowhere.</summary>
    public async Task<(OtpChallenge Challenge, string Code)> CreateAsync(
        string id, string brand, Field field, Sealed contact, bool whatsAppOptIn, CancellationToken cancellationToken)
    {
        var code = RandomNumberGenerator.GetInt32(0, 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
        var challenge = new OtpChallenge(
            id, brand, field, contact, whatsAppOptIn, Keyed($"code\n{id}\n{code}"), clock.GetUtcNow() + OtpSettings.Lifetime);
        await SaveAsync(challenge, cancellationToken);
        return (challenge, code);
    }

    public Task RemoveAsync(string id, CancellationToken cancellationToken) => cache.RemoveAsync(NameOf(id), cancellationToken);

    /// <summary>Checks a code. A right one works once, and again only for a retry with the same key.</summary>
    public async Task<Outcome<OtpChallenge>> TryAsync(string id, string code, string idempotencyKey, CancellationToken cancellationToken)
    {
        var gate = _gates[(uint)StringComparer.Ordinal.GetHashCode(id) % _gates.Length];
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (await FindAsync(id, cancellationToken) is not { } challenge || challenge.Tries >= OtpSettings.TriesMax) return new OtpExpired();
            if (challenge.UsedWith is { } used && used != idempotencyKey) return new OtpExpired();

            var isRight = CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(challenge.CodeHash), Encoding.ASCII.GetBytes(Keyed($"code\n{id}\n{code}")));
            var after = isRight ? challenge with { UsedWith = idempotencyKey } : challenge with { Tries = challenge.Tries + 1 };
            await SaveAsync(after, cancellationToken);
            return isRight ? after : new OtpWrong(OtpSettings.TriesMax - after.Tries);
        }
        finally
        {
            gate.Release();
        }
    }

    private Task SaveAsync(OtpChallenge challenge, CancellationToken cancellationToken) => cache.SetStringAsync(
        NameOf(challenge.Id), JsonSerializer.Serialize(challenge, WireJson.Options),
        new DistributedCacheEntryOptions { AbsoluteExpiration = challenge.ExpiresAt }, cancellationToken);

    private string Keyed(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));

    private static string NameOf(string id) => $"otp:{id}";
}
