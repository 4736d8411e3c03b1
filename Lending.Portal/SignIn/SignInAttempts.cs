using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Distributed;

namespace Lending.Portal.SignIn;

/// <summary>
/// Counts failed sign-ins by e-mail, known or not: five failures lock the address for five minutes. The counts live in the cache that all
/// portal processes share, under a hash, so no address is stored.
/// </summary>
public sealed class SignInAttempts(IDistributedCache cache)
{
    public const int FailuresMax = 5;
    public static readonly TimeSpan Lock = TimeSpan.FromMinutes(5);

    // Tries for one address come one after the other, so that a burst in parallel cannot outrun the count.
    private readonly ConcurrentDictionary<int, SemaphoreSlim> _turns = new();

    /// <summary>Runs one try: null when the address is locked, else whether it was let in and how many tries are left.</summary>
    public async Task<(bool In, int Left)?> TryAsync(string email, Func<Task<bool>> check, CancellationToken cancellationToken)
    {
        var key = KeyOf(email);
        var turn = _turns.GetOrAdd(key.GetHashCode(StringComparison.Ordinal) & 255, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            var failures = await CountAsync(key, cancellationToken);
            if (failures >= FailuresMax) return null;
            if (await check())
            {
                await cache.RemoveAsync(key, cancellationToken);
                return (true, FailuresMax);
            }

            var count = new byte[sizeof(int)];
            BinaryPrimitives.WriteInt32LittleEndian(count, failures + 1);
            await cache.SetAsync(key, count, new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = Lock }, cancellationToken);
            return (false, FailuresMax - failures - 1);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<int> CountAsync(string key, CancellationToken cancellationToken) =>
        await cache.GetAsync(key, cancellationToken) is { Length: sizeof(int) } count ? BinaryPrimitives.ReadInt32LittleEndian(count) : 0;

    private static string KeyOf(string email) =>
        $"portal:sign-in:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email.Trim().ToLowerInvariant())))}";
}
