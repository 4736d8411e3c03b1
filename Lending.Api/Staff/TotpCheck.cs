using System.Globalization;
using Lending.Data;
using Lending.Domain;
using Microsoft.Extensions.Caching.Distributed;

namespace Lending.Api.Staff;

/// <summary>
/// Asks for the six digits before money moves. A step of the authenticator is taken once per person, and none before it any more. The same
/// command may bring its code again, so that a retry is answered as the first try was.
/// </summary>
public sealed class TotpCheck(StaffQuery staff, Journal journal, IDistributedCache cache, FailedTries failures, TimeProvider clock)
{
    // Longer than a code can be valid.
    private static readonly DistributedCacheEntryOptions Kept = new() { AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(5) };

    private readonly SemaphoreSlim _gate = new(1);

    /// <summary>Null when the code is right.</summary>
    public async Task<CodeWrong?> CheckAsync(StaffCaller caller, string code, CancellationToken cancellationToken)
    {
        var (brand, id) = (caller.Brand, caller.Id);
        if (await journal.FindCommandAsync(brand, caller.CommandId(), cancellationToken) is not null) return null;

        var tries = $"code:{brand}/{id}";
        if (await failures.AreTooManyAsync(tries, cancellationToken)) return new CodeWrong();
        if (await staff.TotpSecretAsync(brand, id, cancellationToken) is { } secret
            && Totp.MatchingStep(secret, code, clock.GetUtcNow()) is { } step
            && await TakeAsync($"totp-step:{brand}/{id}", step, caller.CommandId(), cancellationToken)) return null;

        await failures.AddAsync(tries, cancellationToken);
        return new CodeWrong();
    }

    private async Task<bool> TakeAsync(string entry, long step, string commandId, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if ((await cache.GetStringAsync(entry, cancellationToken))?.Split(' ') is [var used, var by]
                && long.Parse(used, CultureInfo.InvariantCulture) is var last && (step < last || (step == last && by != commandId))) return false;
            await cache.SetStringAsync(entry, string.Create(CultureInfo.InvariantCulture, $"{step} {commandId}"), Kept, cancellationToken);
            return true;
        }
        finally
        {
            _gate.Release();
        }
    }
}
