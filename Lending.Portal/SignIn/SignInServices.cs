using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace Lending.Portal.SignIn;

/// <summary>Everything that knows who is at the screen.</summary>
public static class SignInServices
{
    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddAuthentication(SessionCookie.Scheme)
            .AddCookie(SessionCookie.Scheme, cookie => SessionCookie.Configure(cookie, builder.Environment.IsDevelopment()));
        services.AddAuthorizationBuilder().AddStaffPolicies();
        services.AddCascadingAuthenticationState();
        services.AddDataProtection().SetApplicationName("lending-portal");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, UseSessionKeys>();
        services.AddSingleton<SignInAttempts>().AddSingleton<SignInDesk>();
        services.AddScoped<AuthenticationStateProvider, StaffRevalidation>();
        services.AddScoped<StaffSession>().AddScoped<StaffNames>();
    }

    public static void MapSignOut(this IEndpointRouteBuilder app) =>
        app.MapPost("/sign-out", async (HttpContext http, Microsoft.AspNetCore.Antiforgery.IAntiforgery antiforgery) =>
        {
            if (!await antiforgery.IsRequestValidAsync(http)) return Results.BadRequest();
            await http.SignOutAsync(SessionCookie.Scheme);
            return Results.Redirect("/sign-in");
        }).AllowAnonymous();
}
