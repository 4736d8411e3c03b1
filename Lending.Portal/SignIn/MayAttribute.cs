using Lending.Domain;
using Microsoft.AspNetCore.Authorization;

namespace Lending.Portal.SignIn;

/// <summary>Opens a page or an endpoint to those who hold a permission at a level. Everything without it is open to nobody but signed-in staff.</summary>
public sealed class MayAttribute(Permission permission, Level level) : AuthorizeAttribute(StaffPolicies.NameOf(permission, level));

/// <summary>One policy for each permission and level.</summary>
public static class StaffPolicies
{
    public static string NameOf(Permission permission, Level level) => $"{permission}:{level}";

    public static void AddStaffPolicies(this AuthorizationBuilder authorization)
    {
        foreach (var permission in Enum.GetValues<Permission>())
            foreach (var level in new[] { Level.Read, Level.Write, Level.All })
                authorization.AddPolicy(NameOf(permission, level), policy =>
                    policy.RequireAssertion(context => StaffIdentity.Of(context.User)?.May(permission, level) == true));

        // Whatever forgets to say who may open it is for signed-in staff only.
        authorization.SetFallbackPolicy(new AuthorizationPolicyBuilder()
            .RequireAssertion(context => StaffIdentity.Of(context.User) is not null).Build());
    }
}
