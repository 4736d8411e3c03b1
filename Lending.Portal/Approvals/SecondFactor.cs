using Lending.Data;
using Lending.Domain;
using Lending.Portal.SignIn;

namespace Lending.Portal.Approvals;

/// <summary>Asks the authenticator of the signed-in person once more. A code is accepted once, and wrong ones are counted like wrong passwords.</summary>
public sealed class SecondFactor(StaffSession session, StaffQuery staff, UsedCodes used, SignInAttempts attempts, TimeProvider clock)
{
    /// <summary>Null when the code is right and new, else what to tell the person.</summary>
    public async Task<string?> CheckAsync(string? code, CancellationToken cancellationToken)
    {
        var person = await session.PersonAsync();
        if (await staff.TotpSecretAsync(person.Brand, person.StaffId, cancellationToken) is not { } secret)
            return "You have no authenticator yet. An administrator sets it up.";
        if (code is not { Length: 6 }) return "Enter the 6 digits that the app shows.";

        var tried = await attempts.TryAsync($"code:{person.Brand}:{person.StaffId}", async () =>
            Totp.MatchingStep(secret, code, clock.GetUtcNow()) is { } step && await used.UseAsync(person.Brand, person.StaffId, step, cancellationToken), cancellationToken);
        return tried switch
        {
            null or { In: false, Left: 0 } => $"Too many wrong codes. Try again in {SignInAttempts.Lock.Minutes} minutes.",
            { In: true } => null,
            { Left: var left } => $"That code does not match or was used before. Wait for the next one. {left} {(left == 1 ? "try" : "tries")} left.",
        };
    }
}
