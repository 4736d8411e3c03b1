using System.Globalization;
using Microsoft.Extensions.Caching.Distributed;

namespace Lending.Api.SignUp;

/// <summary>Counts the codes sent to one contact and asked for from one address, so that nobody is flooded and no numbers are walked.</summary>
public sealed class OtpVelocity(IDistributedCache cache, OtpSettings settings, TimeProvider clock)
{
    private readonly SemaphoreSlim _gate = new(1);

    /// <summary>Takes one from both allowances, or says how long to wait.</summary>
    public async Task<TimeSpan?> TakeAsync(string brand, string contactHash, string? address, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            (string Name, int Max)[] allowances =
                [($"otp-contact:{brand}:{contactHash}", settings.PerContact), ($"otp-address:{address}", settings.PerAddress)];
            foreach (var (name, max) in allowances)
                if (await ReadAsync(name, cancellationToken) is var (count, until) && count >= max) return until - clock.GetUtcNow();
            foreach (var (name, _) in allowances)
            {
                var (count, until) = await ReadAsync(name, cancellationToken) ?? (0, clock.GetUtcNow() + OtpSettings.Window);
                var text = string.Create(CultureInfo.InvariantCulture, $"{count + 1} {until.ToUnixTimeSeconds()}");
                await cache.SetStringAsync(name, text, new DistributedCacheEntryOptions { AbsoluteExpiration = until }, cancellationToken);
            }

            return null;
        }
        finally
        {
            _gate.Release();
        }
    }

    // "3 1795341600": codes so far, and when counting starts anew.
    private async Task<(int Count, DateTimeOffset Until)?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        if ((await cache.GetStringAsync(name, cancellationToken))?.Split(' ') is not [var count, var until]) return null;
        var ends = DateTimeOffset.FromUnixTimeSeconds(long.Parse(until, CultureInfo.InvariantCulture));
        return ends > clock.GetUtcNow() ? (int.Parse(count, CultureInfo.InvariantCulture), ends) : null;
    }
}
