using System.Security.Claims;
using Lending.Api.Requests;
using Lending.Api.SignUp;
using Lending.Data;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Lending.Api.Staff;

/// <summary>Signed access tokens of staff. Their audience is not the borrowers', so neither kind opens the other's addresses.</summary>
public sealed class StaffTokens(IConfiguration configuration, TimeProvider clock)
{
    /// <summary>The authentication scheme of the staff addresses.</summary>
    public const string Scheme = "staff";

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private const string Audience = "staff";

    private readonly SigningCredentials _signing = new(AccessTokens.KeyOf(configuration), SecurityAlgorithms.HmacSha256);

    public string Issue(StaffMember member)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = AccessTokens.Issuer, Audience = Audience, IssuedAt = now, NotBefore = now, Expires = now + Lifetime, SigningCredentials = _signing,
            Subject = new ClaimsIdentity(
            [
                new("sub", member.Id), new(Caller.BrandClaim, member.Brand), new("name", member.Name), new("role", member.Role.ToString()),
                new("jti", Guid.CreateVersion7().ToString("N")),
            ]),
        });
    }

    /// <summary>A token is as good as the person behind it now: what they may do is read at each request, and one who has left is signed out.</summary>
    public static void Configure(JwtBearerOptions bearer, IConfiguration configuration)
    {
        AccessTokens.Configure(bearer, configuration, Audience);
        bearer.Events = new JwtBearerEvents
        {
            OnTokenValidated = async validated =>
            {
                var (id, brand) = (validated.Principal?.FindFirstValue("sub") ?? "", validated.Principal?.FindFirstValue(Caller.BrandClaim) ?? "");
                var members = validated.HttpContext.RequestServices.GetRequiredService<StaffQuery>();
                if (await members.FindAsync(brand, id, validated.HttpContext.RequestAborted) is { Active: true } member)
                    StaffCaller.Is(validated.HttpContext, member);
                else
                    validated.Fail("No longer active.");
            },
        };
    }
}
