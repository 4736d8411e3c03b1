namespace Sandbox.Authenticator;

/// <summary>Codes of demo staff, for scripts.</summary>
internal static class TotpApi
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/totp", (string email, TimeProvider clock) =>
        {
            var secret = Totp.DemoSecret(email);
            var now = clock.GetUtcNow();
            return TypedResults.Json(
                new { Code = Totp.Code(secret, now), SecondsLeft = Totp.SecondsLeft(now), Secret = Totp.Base32(secret) }, SandboxApp.Json);
        });
        app.MapPost("/api/staff", (StaffMember member, StaffList staff) =>
            staff.Add(member.Email) ? TypedResults.NoContent() : Refused.Unprocessable("invalid_email", "Write an e-mail address."));
    }
}
