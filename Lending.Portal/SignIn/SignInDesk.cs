using Lending.Data;
using Microsoft.AspNetCore.Identity;

namespace Lending.Portal.SignIn;

/// <summary>What came of a try to sign in.</summary>
public abstract record SignInAnswer
{
    public sealed record In(StaffIdentity Person) : SignInAnswer;

    /// <summary>The same for an unknown address, a wrong password and a person who has left.</summary>
    public sealed record Wrong(int TriesLeft) : SignInAnswer;

    public sealed record Locked : SignInAnswer;
}

/// <summary>Lets staff in by e-mail and password.</summary>
public sealed class SignInDesk(StaffQuery staff, Brands brands, SignInAttempts attempts)
{
    private readonly PasswordHasher<StaffMember> _hasher = new();

    // Checked for an address nobody has, so that the answer takes as long as for one that somebody has.
    private readonly Lazy<string> _nobodys = new(() => new PasswordHasher<StaffMember>().HashPassword(null!, Guid.NewGuid().ToString()));

    public async Task<SignInAnswer> TryAsync(string email, string password, string? origin, string? device, CancellationToken cancellationToken)
    {
        StaffMember? found = null;
        var tried = await attempts.TryAsync(email, async () =>
        {
            found = await FindAsync(email, cancellationToken);
            var hash = found is { PasswordHash.Length: > 0 } ? found.PasswordHash : _nobodys.Value;
            var right = _hasher.VerifyHashedPassword(found!, hash, password) is not PasswordVerificationResult.Failed;
            return right && found is { Active: true };
        }, cancellationToken);
        return tried switch
        {
            null => new SignInAnswer.Locked(),
            { In: true } => new SignInAnswer.In(IdentityOf(found!, origin, device)),
            { Left: 0 } => new SignInAnswer.Locked(),
            { Left: var left } => new SignInAnswer.Wrong(left),
        };
    }

    public static StaffIdentity IdentityOf(StaffMember member, string? origin, string? device) =>
        new(member.Brand, member.Id, member.Name, member.Email, member.Role, member.Grants, origin, device);

    /// <summary>An address belongs to one Brand; an installation has tens of Brands at most.</summary>
    private async Task<StaffMember?> FindAsync(string email, CancellationToken cancellationToken)
    {
        StaffMember? found = null;
        foreach (var brand in await brands.ListAsync(cancellationToken))
            found ??= await staff.FindByEmailAsync(brand.Code, email, cancellationToken);
        return found;
    }
}
