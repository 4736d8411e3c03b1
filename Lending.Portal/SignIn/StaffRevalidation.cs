using Lending.Data;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Lending.Portal.SignIn;

/// <summary>Ends an open page's session within a minute when the person may no longer work here, or may do something else than before.</summary>
public sealed class StaffRevalidation(ILoggerFactory loggers, StaffQuery staff) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState state, CancellationToken cancellationToken)
    {
        if (StaffIdentity.Of(state.User) is not { } person) return true; // Nobody is signed in: nothing to end.
        return await staff.FindAsync(person.Brand, person.StaffId, cancellationToken) is { Active: true } member
            && member.Role == person.Role && member.Grants.Levels.SequenceEqual(person.Grants.Levels);
    }
}
