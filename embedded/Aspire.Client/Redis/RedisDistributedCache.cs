using Microsoft.Extensions.Caching.Distributed;
using StackExchange.Redis;

namespace Aspire.StackExchange.Redis;

/// <summary>Cache entries as Redis hashes: the data, when it ends at the latest, and how long it lives on after each read.</summary>
internal sealed class RedisDistributedCache(IConnectionMultiplexer redis, TimeProvider clock) : IDistributedCache
{
    private const long None = -1;
    private static readonly RedisValue[] DataAndLimits = ["data", "absexp", "sldexp"];
    private static readonly RedisValue[] Limits = ["absexp", "sldexp"];

    public byte[]? Get(string key)
    {
        var found = redis.GetDatabase().HashGet(key, DataAndLimits);
        if (found[0].IsNull) return null;
        if (Slide(found[1], found[2]) is { } lifetime) redis.GetDatabase().KeyExpire(key, lifetime);
        return found[0];
    }

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default)
    {
        var found = await redis.GetDatabase().HashGetAsync(key, DataAndLimits).WaitAsync(token);
        if (found[0].IsNull) return null;
        if (Slide(found[1], found[2]) is { } lifetime) await redis.GetDatabase().KeyExpireAsync(key, lifetime).WaitAsync(token);
        return found[0];
    }

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) =>
        SetAsync(key, value, options).GetAwaiter().GetResult();

    public async Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        var now = clock.GetUtcNow();
        var ends = options.AbsoluteExpirationRelativeToNow is { } span ? now + span : options.AbsoluteExpiration;
        if (ends <= now) throw new ArgumentOutOfRangeException(nameof(options), ends, "The absolute expiration value must be in the future.");

        // One transaction: an entry must never be seen without its lifetime.
        var transaction = redis.GetDatabase().CreateTransaction();
        _ = transaction.KeyDeleteAsync(key);
        _ = transaction.HashSetAsync(key,
        [
            new("data", value),
            new("absexp", ends?.UtcTicks ?? None),
            new("sldexp", options.SlidingExpiration?.Ticks ?? None),
        ]);
        if (Lifetime(now, ends, options.SlidingExpiration) is { } lifetime) _ = transaction.KeyExpireAsync(key, lifetime);
        await transaction.ExecuteAsync().WaitAsync(token);
    }

    public void Refresh(string key)
    {
        var found = redis.GetDatabase().HashGet(key, Limits);
        if (Slide(found[0], found[1]) is { } lifetime) redis.GetDatabase().KeyExpire(key, lifetime);
    }

    public async Task RefreshAsync(string key, CancellationToken token = default)
    {
        var found = await redis.GetDatabase().HashGetAsync(key, Limits).WaitAsync(token);
        if (Slide(found[0], found[1]) is { } lifetime) await redis.GetDatabase().KeyExpireAsync(key, lifetime).WaitAsync(token);
    }

    public void Remove(string key) => redis.GetDatabase().KeyDelete(key);

    public Task RemoveAsync(string key, CancellationToken token = default) =>
        redis.GetDatabase().KeyDeleteAsync(key).WaitAsync(token);

    // Only an entry with a sliding lifetime is prolonged by a read.
    private TimeSpan? Slide(RedisValue absolute, RedisValue sliding) =>
        sliding.IsNull || (long)sliding == None
            ? null
            : Lifetime(
                clock.GetUtcNow(),
                (long)absolute == None ? null : new DateTimeOffset((long)absolute, TimeSpan.Zero),
                TimeSpan.FromTicks((long)sliding));

    private static TimeSpan? Lifetime(DateTimeOffset now, DateTimeOffset? ends, TimeSpan? sliding) => (ends - now, sliding) switch
    {
        ({ } left, { } slide) => left < slide ? left : slide,
        ({ } left, null) => left,
        (null, var slide) => slide,
    };
}
