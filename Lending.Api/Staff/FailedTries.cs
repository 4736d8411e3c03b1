using System.Globalization;
using Microsoft.Extensions.Caching.Distributed;

namespace Lending.Api.Staff;

/// <summary>Counts wrong passwords and codes. After five nothing more is tried for five minutes, right or wrong.</summary>
public sealed class FailedTries(IDistributedCache cache)
{
    private const int Max = 5;

    private static readonly DistributedCacheEntryOptions Kept = new() { AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(5) };

    public async Task<bool> AreTooManyAsync(string what, CancellationToken cancellationToken) => await CountAsync(what, cancellationToken) >= Max;

    public async Task AddAsync(string what, CancellationToken cancellationToken) => await cache.SetStringAsync(
        Entry(what), (await CountAsync(what, cancellationToken) + 1).ToString(CultureInfo.InvariantCulture), Kept, cancellationToken);

    public Task ForgetAsync(string what, CancellationToken cancellationToken) => cache.RemoveAsync(Entry(what), cancellationToken);

    private async Task<int> CountAsync(string what, CancellationToken cancellationToken) =>
        int.TryParse(await cache.GetStringAsync(Entry(what), cancellationToken), CultureInfo.InvariantCulture, out var count) ? count : 0;

    private static string Entry(string what) => $"failed-tries:{what}";
}
