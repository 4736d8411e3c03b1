using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Client.Tests;

/// <summary>The same behaviour whether this machine has Redis or not.</summary>
public sealed class DistributedCacheTests(Servers servers) : IClassFixture<Servers>
{
    [Fact]
    public async Task Set_ThenGet_GivesTheBytesBack()
    {
        var cache = await CacheAsync();
        var key = Guid.NewGuid().ToString();

        await cache.SetAsync(key, [1, 2, 0, 255], new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1) }, Servers.Deadline);

        Assert.Equal([1, 2, 0, 255], await cache.GetAsync(key, Servers.Deadline));
        Assert.Equal([1, 2, 0, 255], cache.Get(key));
    }

    [Fact]
    public async Task Set_OverAnEntry_ReplacesIt()
    {
        var cache = await CacheAsync();
        var key = Guid.NewGuid().ToString();

        await cache.SetStringAsync(key, "first", Servers.Deadline);
        await cache.SetStringAsync(key, "second", Servers.Deadline);

        Assert.Equal("second", await cache.GetStringAsync(key, Servers.Deadline));
    }

    [Fact]
    public async Task Get_OfARemovedOrUnknownKey_GivesNothing()
    {
        var cache = await CacheAsync();
        var key = Guid.NewGuid().ToString();
        await cache.SetStringAsync(key, "gone", Servers.Deadline);

        await cache.RemoveAsync(key, Servers.Deadline);

        Assert.Null(await cache.GetAsync(key, Servers.Deadline));
        Assert.Null(await cache.GetAsync(Guid.NewGuid().ToString(), Servers.Deadline));
    }

    [Fact]
    public async Task AddRedisDistributedCache_WithoutAConnectionString_KeepsTheCacheInProcess()
    {
        var builder = await servers.ServiceAsync(without: "redis");

        builder.AddRedisDistributedCache("redis");

        await using var services = builder.Services.BuildServiceProvider();
        Assert.IsType<MemoryDistributedCache>(services.GetRequiredService<IDistributedCache>());
    }

    private async Task<IDistributedCache> CacheAsync()
    {
        var builder = await servers.ServiceAsync();
        builder.AddRedisDistributedCache("redis");
        return builder.Build().Services.GetRequiredService<IDistributedCache>();
    }
}
