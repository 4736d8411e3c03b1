using Lending.Data;
using Lending.Domain;

namespace Lending.Api.Staff;

/// <summary>
/// Asks for the six digits before money moves. A step of the authenticator is taken once per person, here or in the portal, and none before it any
/// more. A command that was accepted may be repeated with its old code: it is answered as the first time.
/// </summary>
public sealed class TotpCheck(StaffQuery staff, Journal journal, UsedCodes used, FailedTries failures, TimeProvider clock)
{
    /// <summary>Null when the code is right.</summary>
    public async Task<CodeWrong?> CheckAsync(StaffCaller caller, string code, CancellationToken cancellationToken)
    {
        var (brand, id) = (caller.Brand, caller.Id);
        if (await journal.FindCommandAsync(brand, caller.CommandId(), cancellationToken) is not null) return null;

        var tries = $"code:{brand}/{id}";
        if (await failures.AreTooManyAsync(tries, cancellationToken)) return new CodeWrong();
        if (await staff.TotpSecretAsync(brand, id, cancellationToken) is { } secret
            && Totp.MatchingStep(secret, code, clock.GetUtcNow()) is { } step
            && await used.UseAsync(brand, id, step, cancellationToken)) return null;

        await failures.AddAsync(tries, cancellationToken);
        return new CodeWrong();
    }
}
