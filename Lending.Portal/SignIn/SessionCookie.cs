using Lending.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Lending.Portal.SignIn;

/// <summary>The cookie that keeps someone signed in for a working day, and asks the database every minute whether they still work here.</summary>
public static class SessionCookie
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
    private const string CheckedAt = "checked";
    private static readonly TimeSpan CheckEvery = TimeSpan.FromMinutes(1);

    public static void Configure(CookieAuthenticationOptions cookie, bool isDevelopment)
    {
        // A __Host- cookie is bound to this host and to HTTPS. On a developer's machine the portal speaks plain HTTP.
        cookie.Cookie.Name = isDevelopment ? "lending-portal" : "__Host-lending-portal";
        cookie.Cookie.SecurePolicy = isDevelopment ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.Path = "/";
        cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/sign-in";
        cookie.LogoutPath = "/sign-out";
        cookie.AccessDeniedPath = "/no-access";
        cookie.ReturnUrlParameter = "to";
        cookie.Events.OnValidatePrincipal = ValidateAsync;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (context.Properties.Items.TryGetValue(CheckedAt, out var text) && DateTimeOffset.TryParse(text, out var at) && now - at < CheckEvery) return;

        var person = context.Principal is null ? null : StaffIdentity.Of(context.Principal);
        var member = person is null ? null
            : await services.GetRequiredService<StaffQuery>().FindAsync(person.Brand, person.StaffId, context.HttpContext.RequestAborted);
        if (person is null || member is not { Active: true })
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
            return;
        }

        // A changed role or permission counts from the next minute on, not from the next sign-in.
        context.ReplacePrincipal(SignInDesk.IdentityOf(member, person.Origin, person.Device).ToPrincipal(Scheme));
        context.Properties.Items[CheckedAt] = now.ToString("O");
        context.ShouldRenew = true;
    }
}
